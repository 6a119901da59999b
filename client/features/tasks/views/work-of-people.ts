/** What everybody has on their hands, the most hours first; what nobody does stands before all. Pure. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import { nobody } from '#client/features/tasks/task-filter.ts'
import { hoursOf } from '#shared/domain/tasks/sop.ts'
import { groupBy } from '#shared/lib/group-by.ts'
import type { StepState } from '#shared/records/task-log.ts'

export interface Load {
  /** A member's id, or `nobody`. */
  readonly member: string
  readonly all: number
  /** Of those that can be worked on. */
  readonly states: Readonly<Record<StepState, number>>
  readonly waitsForMaster: number
  /** Standard working hours of the stages they stand in. */
  readonly hours: number
}

export function workloadOf(tasks: readonly ListedTask[]): readonly Load[] {
  const open = tasks.filter(({ log, summary, role }) => {
    return !log.isOver && !summary.retired && role !== null
  })
  const loads = [...groupBy(open, ({ owner }) => owner ?? nobody)].map(([member, own]) =>
    loadOf(member, own),
  )
  const rank = ({ member }: Load): number => (member === nobody ? 0 : 1)
  return loads.sort(
    (one, other) =>
      rank(one) - rank(other) || other.hours - one.hours || (one.member < other.member ? -1 : 1),
  )
}

function loadOf(member: string, own: readonly ListedTask[]): Load {
  const free = own.filter(({ waitsForMaster }) => !waitsForMaster)
  const countOf = (state: StepState): number => free.filter(({ log }) => log.state === state).length
  return {
    member,
    all: own.length,
    states: {
      ready: countOf('ready'),
      started: countOf('started'),
      waiting: countOf('waiting'),
      submitted: countOf('submitted'),
    },
    waitsForMaster: own.length - free.length,
    hours: free.reduce(
      (sum, { sop, stage, summary }) =>
        sum + (sop === null || stage === null ? 0 : hoursOf(sop, stage, summary.deliverable)),
      0,
    ),
  }
}
