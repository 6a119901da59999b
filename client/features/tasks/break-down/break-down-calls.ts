/** What breaking a brief down asks of this device's copy; the app binds it to the open brief. */
import type { CurrentSop } from '#client/live/current-sop.ts'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import type { Cell } from '#shared/domain/tasks/break-down.ts'
import type { TaskThere } from '#shared/domain/tasks/compare-tasks.ts'
import type { Hands } from '#shared/domain/tasks/quickest-hands.ts'
import type { MemberFunction } from '#shared/lib/access.ts'
import type { Topic } from '#shared/lib/ids.ts'
import type { BriefFlow, FlowStep } from '#shared/records/brief-flow.ts'

export interface BriefTask extends TaskThere {
  /** File id of the version it was begun from; empty where only its card is here. */
  readonly snapshot: string
}

/** What it takes to judge dates. */
export interface Planning {
  /** The workspace's own, for work nobody has been given yet. */
  readonly usual: WorkingCalendar
  readonly timeZone: string
  readonly now: number
  peopleFor(role: MemberFunction): readonly Hands<string>[]
}

export interface WantedTasks {
  readonly make: readonly Cell[]
  readonly bringBack: readonly Topic[]
  readonly retire: readonly Topic[]
}

export interface BreakDownCalls {
  readonly topic: Topic
  flow(): BriefFlow | null
  /** Those of this brief. */
  tasks(): readonly BriefTask[]
  /** The brief of an accepted version; null where its file cannot be had now. */
  version(step: FlowStep): Promise<Brief | null>
  planning(): Promise<Planning>
  /** Under which version of the SOP the tasks begin. */
  sop(): Promise<CurrentSop>
  nameOf(member: string): string
  /** All of it, or `not-stored` and nothing new. */
  apply(wanted: WantedTasks, accepted: FlowStep): Promise<'not-stored' | null>
  /** Opens what it costs; null for whoever is not told. */
  estimate(): (() => void) | null
  /** Shows the tasks of this brief. */
  show(): void
}
