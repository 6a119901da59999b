/**
 * The version of rich text a document needs, from `meta/textSchema`. Absent means the first; anything that is not a
 * version is from a build we do not know and counts as newer than ours.
 */
import type * as Y from 'yjs'
import { rootMap } from '#shared/documents/roots.ts'

export function readTextSchema(doc: Y.Doc): number {
  const version = rootMap(doc, 'meta').get('textSchema')
  if (version === undefined) return 1
  return typeof version === 'number' && Number.isSafeInteger(version) && version >= 1
    ? version
    : Number.MAX_SAFE_INTEGER
}
