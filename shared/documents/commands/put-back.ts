/** Sets a value that lost a merge again, as it was. A brief that holds it already is left alone. */
import type * as Y from 'yjs'
import type { LostValue } from '#shared/documents/readers/lost-values.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { isSameValue } from '#shared/documents/same-value.ts'
import { change } from './local-change.ts'

export function putBack(doc: Y.Doc, lost: Pick<LostValue, 'root' | 'key' | 'value'>): void {
  const map = rootMap(doc, lost.root)
  if (isSameValue(map.get(lost.key) ?? null, lost.value)) return
  change(doc, 'putBack', [lost.key], () => void map.set(lost.key, lost.value))
}
