/** A name nobody has yet, for a document of a kind. */
import * as z from 'zod/mini'
import type { DocumentKind } from '#shared/lib/document-kinds.ts'
import { newId, type DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import type { DeviceEnvironment } from './environment.ts'

export const createDocumentNames =
  ({ crypto }: Pick<DeviceEnvironment, 'crypto'>) =>
  (kind: DocumentKind): DocName => {
    const id = newId((bytes) => void crypto.getRandomValues(bytes))
    return z.parse(docNameSchema, `${kind}-${id}`)
  }
