/** The reasons why flagged words are meant, as every flagged text of the page reads them. */
import type { Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { follow } from '#client/live/follow.ts'
import { readMeant } from '#shared/documents/readers/read-keyed.ts'
import { rootMap } from '#shared/documents/roots.ts'

export const followMeant = (doc: Accessor<Y.Doc>): Accessor<Readonly<Record<string, string>>> =>
  follow(
    doc,
    (from) => [rootMap(from, 'meant')],
    (from) => readMeant(rootMap(from, 'meant')),
  )
