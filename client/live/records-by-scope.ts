/** A kind of record on this device by its scope, read again a moment after any came. Follows until the calling view goes. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { KeptRecord, Records } from '#client/replica/kept-records.ts'
import type { DocName } from '#shared/lib/ids.ts'

/** Records come in pages: once for all of them. */
const gatherMs = 300

export type RecordsByScope = ReadonlyMap<DocName, readonly KeptRecord[]>

/** Null until they were read once: without them everything would stand where it began. */
export function followRecords(
  records: Pick<Records, 'ofKind' | 'subscribe'>,
  kind: Parameters<Records['ofKind']>[0],
): Accessor<RecordsByScope | null> {
  const [found, setFound] = createSignal<RecordsByScope | null>(null)
  let asked = 0
  const read = async (): Promise<void> => {
    const own = (asked += 1)
    try {
      const all = await records.ofKind(kind)
      if (own === asked) setFound((before) => byScope(all, before ?? new Map()))
    } catch (fault) {
      console.error(`records of kind ${kind} could not be read`, fault)
      // What is listed without them is worth more than nothing.
      if (own === asked) setFound((before) => before ?? new Map())
    }
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(
    records.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void read(), gatherMs)
    }),
  )
  onCleanup(() => {
    asked = -1
    clearTimeout(timer)
  })
  void read()
  return found
}

/** A scope of which nothing changed keeps its list, so that nothing of it is reckoned again. */
function byScope(all: readonly KeptRecord[], before: RecordsByScope): RecordsByScope {
  const lists = new Map<DocName, KeptRecord[]>()
  for (const record of all) {
    const scope = record.fact?.scope
    if (scope === undefined) continue
    const list = lists.get(scope)
    if (list === undefined) lists.set(scope, [record])
    else list.push(record)
  }
  return new Map(
    [...lists].map(([scope, list]) => {
      const was = before.get(scope) ?? []
      const isSame =
        was.length === list.length &&
        list.every(({ id, standing, receipt }, at) => {
          const old = was[at]
          return old?.id === id && old.standing === standing && old.receipt?.at === receipt?.at
        })
      return [scope, isSame ? was : list]
    }),
  )
}
