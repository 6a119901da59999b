/** The flow of an open brief, bound to this device's records and files (docs/decisions.md, 21). */
import type * as Y from 'yjs'
import type { FlowAnswer, FlowCalls } from '#client/features/briefs/flow/flow-calls.ts'
import { followFlow } from '#client/live/follow-flow.ts'
import type { NewFact } from '#client/replica/kept-records.ts'
import type { Replica } from '#client/replica/replica.ts'
import { readSnapshot, snapshotOf, wholeContentHash } from '#shared/documents/snapshot.ts'
import { topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { mayDecideBrief } from '#shared/protocol/act-rules.ts'
import type { FlowStep } from '#shared/records/brief-flow.ts'

/** Follows until the calling view goes. */
export function createFlowCalls(replica: Replica, brief: DocName): FlowCalls {
  const { identity, records, rights } = replica
  const { flow, again } = followFlow(records, brief)
  const heads = (): string[] => [...(flow()?.heads ?? [])]
  const say = async (
    step: Pick<NewFact, 'outcome' | 'body' | 'contentHash' | 'reason'>,
  ): Promise<FlowAnswer> => {
    const made = await records.make({
      ...{ kind: 'brief', scope: brief, subject: topicOf(brief) },
      ...step,
    })
    await again()
    if (made.ok) return null
    return made.refusal === 'no-record' ? 'too-long' : 'not-stored'
  }
  /** Kept before a record names it. */
  const keep = async (
    doc: Y.Doc,
  ): Promise<{ readonly snapshot: string; readonly contentHash: string } | null> => {
    const files = await replica.files()
    const kept = await files.put(brief, new Blob([snapshotOf(doc)]))
    return kept.ok ? { snapshot: kept.value.id, contentHash: wholeContentHash(doc) } : null
  }
  const snapshotOfFile = async (snapshot: string, contentHash: string): Promise<Y.Doc | null> => {
    const files = await replica.files()
    const found = await files.fetch(snapshot as FileId, brief)
    if (!found.ok) return null
    return readSnapshot(new Uint8Array(await found.value.arrayBuffer()), contentHash)
  }
  return {
    me: identity.member,
    flow,
    mayDecide: () => {
      const access = replica.access()
      const mine = rights.standing() ?? { access, outside: access === 'guest' }
      return mayDecideBrief({ ...mine, revoked: false })
    },
    async submit(doc, score, reason) {
      const kept = await keep(doc)
      if (kept === null) return 'not-stored'
      const { snapshot, contentHash } = kept
      const body = { snapshot, score, heads: heads() }
      return say({ outcome: 'submitted', body, contentHash, reason })
    },
    async accept(submitted, now) {
      const kept = now === null ? named(submitted) : await keep(now)
      if (kept === null) return 'not-stored'
      const { snapshot, contentHash } = kept
      return say({
        outcome: 'accepted',
        body: { snapshot, heads: heads() },
        contentHash,
        reason: '',
      })
    },
    sendBack: (reason, field) =>
      say({
        outcome: 'returned',
        body: { heads: heads(), ...(field === null ? {} : { field }) },
        contentHash: null,
        reason,
      }),
    async snapshot(step) {
      const was = named(step)
      return was === null ? null : snapshotOfFile(was.snapshot, was.contentHash)
    },
    snapshotOf: snapshotOfFile,
  }
}

const named = ({ snapshot, contentHash }: FlowStep) =>
  snapshot === null || contentHash === null ? null : { snapshot, contentHash }
