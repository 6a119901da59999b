/** How one task looks from now: what is left of it, when it can go on, and whether that is in time. */
import { endOfDay } from '#shared/domain/calendar/wanted-day.ts'
import { expectStages } from '#shared/domain/tasks/expect-stages.ts'
import { lookAhead, type Outlook } from '#shared/domain/tasks/outlook.ts'
import type { StagePlan, StageWork } from '#shared/domain/tasks/plan-stages.ts'
import { stageWork } from '#shared/domain/tasks/stage-work.ts'
import { dayOf } from '#shared/domain/tasks/task.ts'
import { workLeft } from '#shared/domain/tasks/work-left.ts'
import type { TaskLog } from '#shared/records/task-log.ts'
import type { ListedTask } from './list-tasks.ts'
import type { WorkCalendars } from './work-calendars.ts'

export interface TaskOutlook extends Outlook {
  readonly plan: StagePlan
  readonly left: readonly StageWork[]
  /** When it can go on. */
  readonly from: number
  /** The end of the day it is wanted by; of a master that only passes, when the first that waits for it must begin. */
  readonly until: number
}

/** `master`: what it waits for, null where it waits for nothing. Null where there is no plan, or nothing left. */
export function outlookOf(
  task: ListedTask,
  master: ListedTask | null,
  calendars: WorkCalendars,
  now: number,
): TaskOutlook | null {
  const { plan, sop, summary } = task
  if (plan === null || sop === null || task.log.isOver) return null
  const { timeZone } = calendars.usual
  const day = dayOf(summary)
  const until =
    plan.buffer === null ? plan.stages.at(-1)?.dueAt : day === null ? null : endOfDay(day, timeZone)
  if (until === undefined || until === null) return null
  const from = task.waitsForMaster && master !== null ? passesAt(master, calendars, now) : now
  const left = leftOfTask(task, calendars, now)
  const outlook = from === null ? null : lookAhead({ plan, left, until, from, timeZone })
  return outlook === null || from === null ? null : { ...outlook, plan, left, from, until }
}

function leftOfTask(
  { sop, summary, path, log }: ListedTask,
  calendars: WorkCalendars,
  now: number,
): readonly StageWork[] {
  if (sop === null) return []
  const work = stageWork(sop, summary, (member) => calendars.of(member))
  return workLeft(work, path.slice(log.at), progressOf(log), now)
}

const progressOf = ({ state, decisive }: TaskLog) =>
  state === 'started'
    ? decisive === null
      ? ({ state: 'ready' } as const)
      : ({ state, since: decisive.at } as const)
    : { state }

/** When a master will have passed, if it goes on now; null where that cannot be said. */
function passesAt(master: ListedTask, calendars: WorkCalendars, now: number): number | null {
  const left = leftOfTask(master, calendars, now)
  const last = left.findIndex(({ id }) => id === master.sop?.passedAfter)
  const until = last === -1 ? [] : left.slice(0, last + 1)
  return expectStages(until, now)?.at(-1)?.endsAt ?? null
}
