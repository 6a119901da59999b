/**
 * An asset task as plain values: what is made, for whom and out of which brief, and who does it. Left out: where it stands
 * (records/task-log.ts), how it merges (shared/documents).
 */
import type { MemberId, Topic } from '#shared/lib/ids.ts'
import type { PathName } from './sop.ts'
import type { Tag } from './tags.ts'

/** What a task is begun with. */
export interface TaskPlan {
  /** The brief's topic. */
  readonly brief: Topic
  /** Row id in the brief. */
  readonly product: string
  /** As they were called when it was begun. */
  readonly sku: string
  readonly name: string
  readonly deliverable: string
  /** From 1. */
  readonly ordinal: number
  /** Empty where it is for no listing of its own. */
  readonly platform: string
  readonly market: string
  readonly locale: string
  /** Version of the SOP. */
  readonly sop: string
  readonly path: PathName
  readonly translates: boolean
  readonly wantedBy: string | null
}

/** The accepted version of the brief that a task was begun from. */
export interface BegunFrom {
  /** File id. */
  readonly snapshot: string
  readonly contentHash: string
}

export interface Task extends TaskPlan {
  readonly from: BegunFrom | null
  /** By stage. */
  readonly owners: Readonly<Record<string, MemberId>>
  /** `<stage>.<check>.<round>` of what is ticked. */
  readonly ticks: ReadonlySet<string>
  readonly retired: boolean
  /** The day of this task alone; null: as the brief wanted it. */
  readonly dueOn: string | null
  readonly tags: readonly Tag[]
  /** Topics of the tasks it waits for. */
  readonly waits: readonly Topic[]
}

/** One small derived row per task for lists. */
export interface TaskSummary extends TaskPlan {
  readonly kind: 'task'
  /** SKU and name, for search and the palette. */
  readonly title: string
  readonly owners: Readonly<Record<string, MemberId>>
  /** File id of the version it was begun from; empty where that is not known. */
  readonly snapshot: string
  readonly retired: boolean
  readonly dueOn: string | null
  /** None where only a card is here, as are `waits`. */
  readonly tags: readonly Tag[]
  readonly waits: readonly Topic[]
}

/** The day its plan goes by. */
export const dayOf = ({
  dueOn,
  wantedBy,
}: Pick<TaskSummary, 'dueOn' | 'wantedBy'>): string | null => dueOn ?? wantedBy

export const tickOf = (stage: string, check: string, round: number): string =>
  `${stage}.${check}.${round}`

export const titleOfTask = ({ sku, name }: Pick<TaskPlan, 'sku' | 'name'>): string =>
  [sku, name].filter((part) => part !== '').join(' · ')
