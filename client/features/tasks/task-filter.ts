/** Which tasks are shown, as the address says it: whose, of which brief, in which stage. Pure; a shared link shows the same. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import { parseTag, type Tag } from '#shared/domain/tasks/tags.ts'
import { dayOf } from '#shared/domain/tasks/task.ts'
import type { MemberFunction } from '#shared/lib/access.ts'

export type Whose = 'me' | 'role' | 'all'

export interface TaskFilter {
  readonly who: Whose
  /** The brief's topic; empty: every brief. */
  readonly brief: string
  /** A stage's id, or `retired`; empty: every stage. */
  readonly stage: string
  /** Who does the stage it stands in, as a member's id or `nobody`; empty: as `who` says. */
  readonly member: string
  /** A tag all of them carry; empty: any or none. */
  readonly tag: Tag | ''
}

export const nobody = 'nobody'
export const everyTask: TaskFilter = { who: 'all', brief: '', stage: '', member: '', tag: '' }

export interface Asker {
  readonly me: string
  readonly functions: readonly MemberFunction[]
}

/** Anything else in an address counts as not said. */
export function readFilter(search: string): TaskFilter {
  const asked = new URLSearchParams(search)
  const who = asked.get('who')
  return {
    who: who === 'me' || who === 'role' ? who : 'all',
    brief: /^[0-9a-z]{26}$/.exec(asked.get('brief') ?? '')?.[0] ?? '',
    stage: /^[a-z-]{2,32}$/.exec(asked.get('stage') ?? '')?.[0] ?? '',
    member: /^([0-9a-z]{26}|nobody)$/.exec(asked.get('member') ?? '')?.[0] ?? '',
    tag: parseTag(asked.get('tag') ?? '') ?? '',
  }
}

/** Begins with `?`; empty when everything is shown. */
export function writeFilter({ who, brief, stage, member, tag }: TaskFilter): string {
  const asked = new URLSearchParams()
  if (who !== 'all') asked.set('who', who)
  if (brief !== '') asked.set('brief', brief)
  if (stage !== '') asked.set('stage', stage)
  if (member !== '') asked.set('member', member)
  if (tag !== '') asked.set('tag', tag)
  const text = asked.toString()
  return text === '' ? '' : `?${text}`
}

export function tasksShown(
  tasks: readonly ListedTask[],
  { who, brief, stage, member, tag }: TaskFilter,
  { me, functions }: Asker,
): readonly ListedTask[] {
  const isHis = ({ owner, role, log }: ListedTask): boolean => {
    if (member !== '') return !log.isOver && role !== null && (owner ?? nobody) === member
    if (who === 'all') return true
    if (log.isOver) return false
    if (who === 'me') return owner === me
    return owner === null && role !== null && functions.includes(role)
  }
  return tasks
    .filter(
      (task) =>
        (brief === '' || task.summary.brief === brief) &&
        (tag === '' || task.summary.tags.includes(tag)) &&
        (stage === 'retired'
          ? task.summary.retired
          : !task.summary.retired && (stage === '' || task.log.step === stage)) &&
        isHis(task),
    )
    .sort(byUrgency)
}

/** What can be worked on before what waits for its master, due soonest first, then as the goods are called. */
function byUrgency(one: ListedTask, other: ListedTask): number {
  const rank = (task: ListedTask): number => (task.log.isOver ? 2 : task.waitsForMaster ? 1 : 0)
  return (
    rank(one) - rank(other) ||
    (one.due?.dueAt ?? never) - (other.due?.dueAt ?? never) ||
    compare(dayOf(one.summary) ?? '9999', dayOf(other.summary) ?? '9999') ||
    compare(one.summary.sku, other.summary.sku) ||
    compare(one.summary.deliverable, other.summary.deliverable) ||
    one.summary.ordinal - other.summary.ordinal ||
    compare(
      one.summary.platform + one.summary.locale,
      other.summary.platform + other.summary.locale,
    ) ||
    compare(one.name, other.name)
  )
}

/** Later than any due time, and a number that can be taken from itself. */
const never = Number.MAX_SAFE_INTEGER
const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
