/** What changing many tasks at once asks of this device's copy; the app binds it. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { BulkAct, WhyNot } from './judge-bulk.ts'

export interface BulkOutcome {
  readonly act: BulkAct
  readonly done: readonly ListedTask[]
  readonly not: readonly { readonly task: ListedTask; readonly why: WhyNot }[]
  /** Takes back what still stands as this act left it; null where it cannot be taken back, or nothing was done. */
  readonly undo: (() => Promise<BulkUndone>) | null
}

/** `not-stored`: this device could not keep it, and nothing was changed. */
export type BulkAnswer = BulkOutcome | 'not-stored' | 'not-logged'

export interface BulkUndone {
  readonly back: number
  /** Somebody has changed them since. */
  readonly left: number
  readonly stored: boolean
}

export interface BulkCalls {
  readonly me: string
  /** Who can be given work. */
  people(): readonly Person[]
  /** Of each why not; null where it can be done. Looks into those that are here. */
  judge(
    tasks: readonly ListedTask[],
    act: BulkAct,
  ): Promise<readonly { readonly task: ListedTask; readonly why: WhyNot | null }[]>
  run(tasks: readonly ListedTask[], act: BulkAct): Promise<BulkAnswer>
}
