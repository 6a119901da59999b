/** What has become of each brief, for lists: from the records on this device, read again a moment after any came. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { KeptRecord, Records } from '#client/replica/kept-records.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { readBriefFlow, type FlowOutcome } from '#shared/records/brief-flow.ts'

/** Records come in pages: once for all of them. */
const gatherMs = 300

/** Briefs that were never submitted are not among them. Follows until the calling view goes. */
export function followFlows(
  records: Pick<Records, 'ofKind' | 'subscribe'>,
): Accessor<ReadonlyMap<DocName, FlowOutcome>> {
  const [states, setStates] = createSignal<ReadonlyMap<DocName, FlowOutcome>>(new Map())
  let asked = 0
  const read = async (): Promise<void> => {
    const own = (asked += 1)
    try {
      const found = await records.ofKind('brief')
      if (own === asked) setStates(statesOf(found))
    } catch (fault) {
      console.error('what has become of briefs could not be read', fault)
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
  return states
}

function statesOf(found: readonly KeptRecord[]): ReadonlyMap<DocName, FlowOutcome> {
  const byScope = new Map<DocName, KeptRecord[]>()
  for (const record of found) {
    const scope = record.fact?.scope
    if (scope === undefined) continue
    const of = byScope.get(scope) ?? []
    of.push(record)
    byScope.set(scope, of)
  }
  const states = new Map<DocName, FlowOutcome>()
  for (const [scope, records] of byScope) {
    const { state } = readBriefFlow(records)
    if (state !== 'draft') states.set(scope, state)
  }
  return states
}
