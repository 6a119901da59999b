/** What has become of a brief, from its records on this device, until the calling view goes. */
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { KeptRecord, Records } from '#client/replica/kept-records.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { readBriefFlow, type BriefFlow } from '#shared/records/brief-flow.ts'

/** Null until it is read once; `again` after a record was made here. */
export function followFlow(
  records: Pick<Records, 'of' | 'subscribe'>,
  brief: DocName,
): { readonly flow: Accessor<BriefFlow | null>; readonly again: () => Promise<void> } {
  const [kept, setKept] = createSignal<readonly KeptRecord[] | null>(null)
  let asked = 0
  const again = async (): Promise<void> => {
    const own = (asked += 1)
    try {
      const found = await records.of(brief)
      if (own === asked) setKept(found)
    } catch (fault) {
      console.error('what has become of the brief could not be read', fault)
    }
  }
  void again()
  onCleanup(records.subscribe(() => void again()))
  onCleanup(() => (asked = -1))
  const flow = createMemo(() => {
    const found = kept()
    return found === null ? null : readBriefFlow(found)
  })
  return { flow, again }
}
