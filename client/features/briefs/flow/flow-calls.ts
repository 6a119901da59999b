/** What the flow of a brief asks of this device's copy; the app binds it to the open brief. */
import type * as Y from 'yjs'
import type { BriefFlow, FlowStep } from '#shared/records/brief-flow.ts'

/** Null: done. `not-stored`: this device could not keep it; `too-long`: the reason. */
export type FlowAnswer = null | 'not-stored' | 'too-long'

export interface FlowCalls {
  /** Who looks. */
  readonly me: string
  /** Null until it is read. */
  flow(): BriefFlow | null
  /** Accepts and returns. */
  mayDecide(): boolean
  submit(doc: Y.Doc, score: number, reason: string): Promise<FlowAnswer>
  /** What was submitted, or, with a document, the brief as it stands now. */
  accept(submitted: FlowStep, now: Y.Doc | null): Promise<FlowAnswer>
  sendBack(reason: string, field: string | null): Promise<FlowAnswer>
  /** As it was submitted or accepted; null where that file is not here and cannot be had now. The caller destroys it. */
  snapshot(step: FlowStep): Promise<Y.Doc | null>
  /** The same by the file's id and the hash of what is in it. */
  snapshotOf(snapshot: string, contentHash: string): Promise<Y.Doc | null>
}
