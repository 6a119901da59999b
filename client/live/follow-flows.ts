/** What has become of each brief, for lists: from the records on this device. */
import { createMemo, type Accessor } from 'solid-js'
import type { Records } from '#client/replica/kept-records.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { readBriefFlow, type BriefFlow } from '#shared/records/brief-flow.ts'
import { followRecords } from './records-by-scope.ts'

/** Null until they were read; briefs that were never submitted are not among them. Follows until the calling view goes. */
export function followFlows(
  kept: Pick<Records, 'ofKind' | 'subscribe'>,
): Accessor<ReadonlyMap<DocName, BriefFlow> | null> {
  const byBrief = followRecords(kept, 'brief')
  return createMemo(() => {
    const records = byBrief()
    if (records === null) return null
    const flows = new Map<DocName, BriefFlow>()
    for (const [brief, own] of records) {
      const flow = readBriefFlow(own)
      if (flow.state !== 'draft') flows.set(brief, flow)
    }
    return flows
  })
}
