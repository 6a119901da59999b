/** What a task's page asks of this device's copy; the app binds it to the open task. */
import type { CauseId } from '#shared/lib/causes.ts'
import type { PhraseId } from '#shared/lib/message-phrases.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { TroubleId } from '#shared/lib/troubles.ts'
import type { Person } from '#shared/protocol/control.ts'

/** Null: done. `not-stored`: this device could not keep it; `too-long`: what was written. */
export type TaskAnswer = null | 'not-stored' | 'too-long'

export interface SendBack {
  readonly to: string
  readonly cause: CauseId
  readonly field: string | null
  readonly reason: string
}

export interface SentMessage {
  readonly phrase: PhraseId
  readonly language: string
  readonly text: string
  /** Null: somebody who is not in the workspace. */
  readonly to: MemberId | null
  readonly by: 'copied' | 'shared'
}

/** All of them speak of the stage the task stands in. */
export interface TaskCalls {
  /** Who looks. */
  readonly me: string
  /** Who can be given work: everybody still here. */
  people(): readonly Person[]
  start(): Promise<TaskAnswer>
  submit(): Promise<TaskAnswer>
  wait(reason: string, on: MemberId | null): Promise<TaskAnswer>
  /** `on`: who should act; null: whoever does the stage. */
  wentWrong(what: TroubleId, note: string, on: MemberId | null): Promise<TaskAnswer>
  /** `of`: the entry that said what went wrong. */
  mend(of: string, done: string): Promise<TaskAnswer>
  handOver(to: MemberId | null): Promise<TaskAnswer>
  /** To the next stage; `checks` are those ticked. */
  forward(checks: readonly string[], minutes: number | null): Promise<TaskAnswer>
  sendBack(back: SendBack, minutes: number | null): Promise<TaskAnswer>
  /** A message about it has left the app. */
  told(message: SentMessage): Promise<TaskAnswer>
}
