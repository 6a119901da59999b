/** Names, in a talk that is imported, the people its clientIDs stood for where it comes from. */
import type * as Y from 'yjs'
import { broughtKey } from '#shared/documents/readers/brought-writers.ts'
import { broughtRoot } from '#shared/documents/roots.ts'
import { isSameValue } from '#shared/documents/same-value.ts'
import { change } from './local-change.ts'

export function bringTalk(
  doc: Y.Doc,
  authors: readonly (readonly [client: number, name: string, member: string | null])[],
): void {
  const map = broughtRoot(doc)
  const unnamed = authors.filter(
    ([client, name, member]) => !isSameValue(map.get(broughtKey(client)), [name, member]),
  )
  if (unnamed.length === 0) return
  change(doc, 'importWorkspace', [], () => {
    for (const [client, name, member] of unnamed) map.set(broughtKey(client), [name, member])
  })
}
