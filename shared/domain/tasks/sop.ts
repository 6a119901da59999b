/**
 * A version of the SOP (标准作业流程) as a value: stages with owner, service time, checks and activation, and the paths
 * tasks take through them. Versions are frozen; a task keeps the one it began under (docs/decisions.md, 23). Left out: what
 * a task has done (stage.ts), the shipped version (default-sop.ts).
 */
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import type { MemberFunction } from '#shared/lib/access.ts'

export interface SopCheck {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Asked of these kinds alone; absent: of all. */
  readonly kinds?: readonly DeliverableKind[]
  /** The app will look itself once it can; until then it is said and not counted. */
  readonly isLater?: true
}

export const activations = ['created', 'master-passed', 'previous', 'date', 'by-hand'] as const
export type Activation = (typeof activations)[number]

/** What is done in a stage: separation of duties asks who makes and who reviews. */
export const stageDoings = ['plans', 'makes', 'reviews'] as const
export type StageDoing = (typeof stageDoings)[number]

/** Whether who made it may review it; what each asks: separation.ts. */
export const dutyRules = ['solo', 'small', 'strict'] as const
export type DutyRule = (typeof dutyRules)[number]

export type StageOwner = MemberFunction | Readonly<Record<DeliverableKind, MemberFunction>> | null

export interface SopStage {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Absent in the shipped version, where `doingOf` knows. */
  readonly does?: StageDoing
  /** Who usually does it, by kind where that differs; null for a state nobody works in. */
  readonly owner: StageOwner
  readonly activation: Activation
  /** Working hours of its owner, where the deliverable has none of its own. */
  readonly hours: number
  /** What is usually so when it begins. */
  readonly entry: readonly SopCheck[]
  /** Ticked before it is left. */
  readonly exit: readonly SopCheck[]
}

export const pathNames = ['master', 'adaptation', 'whole'] as const
export type PathName = (typeof pathNames)[number]

export interface Sop {
  readonly id: string
  readonly stages: readonly SopStage[]
  /** By path, ids of stages; the last is where the task has arrived. */
  readonly paths: Readonly<Record<PathName, readonly string[]>>
  /** Of a path that translates on its way, walked only then. */
  readonly translating: string
  /** Working hours by deliverable, then stage; 0: not walked by it. */
  readonly hours: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** A master has passed once it left this. */
  readonly passedAfter: string
  readonly reworkRounds: number
  /** Absent in the shipped version: solo. */
  readonly duties?: DutyRule
}

/** What decides a task's way. */
export interface Way {
  readonly path: PathName
  readonly translates: boolean
  readonly deliverable: string
}

/** Ids of the stages a task walks, in order. */
export function stagesOf(sop: Sop, { path, translates, deliverable }: Way): readonly string[] {
  const own = sop.hours[deliverable] ?? {}
  return sop.paths[path].filter((id) => own[id] !== 0 && (translates || id !== sop.translating))
}

export const stageById = (sop: Pick<Sop, 'stages'>, id: string): SopStage | null =>
  sop.stages.find((stage) => stage.id === id) ?? null

export const hoursOf = (sop: Pick<Sop, 'hours'>, stage: SopStage, deliverable: string): number =>
  sop.hours[deliverable]?.[stage.id] ?? stage.hours

export const ownerOf = ({ owner }: SopStage, kind: DeliverableKind): MemberFunction | null =>
  owner === null || typeof owner === 'string' ? owner : owner[kind]

const shippedReviews = new Set(['cross-review', 'compliance', 'final-review'])

/** Where a version does not say it: what is translated or changes hands by kind makes. */
export function doingOf(sop: Pick<Sop, 'translating'>, { id, owner, does }: SopStage): StageDoing {
  if (does !== undefined) return does
  if (shippedReviews.has(id)) return 'reviews'
  return id === sop.translating || (owner !== null && typeof owner === 'object') ? 'makes' : 'plans'
}

/** Those asked of this kind of deliverable. */
export const checksFor = (
  checks: readonly SopCheck[],
  kind: DeliverableKind,
): readonly SopCheck[] => checks.filter(({ kinds }) => kinds?.includes(kind) !== false)
