/**
 * The plans of all tasks: adaptations first, as their masters must have passed before the earliest of them begins. Tasks that
 * are planned alike share one plan; it is made again when a date, an owner or somebody's hours change.
 */
import { endOfDay } from '#shared/domain/calendar/wanted-day.ts'
import { planStages, type StagePlan } from '#shared/domain/tasks/plan-stages.ts'
import type { Sop } from '#shared/domain/tasks/sop.ts'
import { stageWork } from '#shared/domain/tasks/stage-work.ts'
import { dayOf, type TaskSummary } from '#shared/domain/tasks/task.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { TaskLog } from '#shared/records/task-log.ts'
import type { WorkCalendars } from './work-calendars.ts'

export interface ReadTask {
  readonly name: DocName
  readonly summary: TaskSummary
  readonly sop: Sop | null
  readonly log: Pick<TaskLog, 'isOver'>
}

export interface TaskPlanner {
  /**
   * Null for those without a date, retired, or of an SOP this build does not know. `masterOf`: what a task waits for; null for
   * a master.
   */
  plan(
    tasks: readonly ReadTask[],
    masterOf: (task: ReadTask) => DocName | null,
    calendars: WorkCalendars,
  ): ReadonlyMap<DocName, StagePlan | null>
}

interface Kept {
  readonly summary: TaskSummary
  readonly sop: Sop | null
  readonly begins: number | undefined
  readonly plan: StagePlan | null
}

export function createTaskPlanner(): TaskPlanner {
  let madeFor: WorkCalendars | null = null
  let made = new Map<string, StagePlan | null>()
  let kept = new Map<DocName, Kept>()
  const planOf = (
    { name, summary, sop }: ReadTask,
    begins: number | undefined,
    calendars: WorkCalendars,
  ): StagePlan | null => {
    const was = kept.get(name)
    if (was?.summary === summary && was.sop === sop && was.begins === begins) return was.plan
    const key = sop === null || summary.retired ? '' : keyOf(summary, begins)
    const alike = made.get(key)
    const plan =
      alike === undefined && sop !== null && key !== ''
        ? planOne(summary, sop, begins, calendars)
        : (alike ?? null)
    made.set(key, plan)
    kept.set(name, { summary, sop, begins, plan })
    return plan
  }
  return {
    plan(tasks, masterOf, calendars) {
      if (madeFor !== calendars) [madeFor, made, kept] = [calendars, new Map(), new Map()]
      const plans = new Map<DocName, StagePlan | null>()
      const begins = new Map<DocName, number>()
      const masters: ReadTask[] = []
      for (const task of tasks) {
        const master = masterOf(task)
        if (master === null) {
          masters.push(task)
          continue
        }
        const plan = planOf(task, undefined, calendars)
        plans.set(task.name, plan)
        const start = plan?.stages[0]?.startBy
        // Of one that has arrived nothing waits any more.
        if (start !== undefined && !task.log.isOver)
          begins.set(master, Math.min(start, begins.get(master) ?? start))
      }
      for (const task of masters)
        plans.set(task.name, planOf(task, begins.get(task.name), calendars))
      return plans
    },
  }
}

/** `begins`: when the earliest of its adaptations must begin. */
export function planOne(
  summary: Pick<
    TaskSummary,
    'path' | 'translates' | 'deliverable' | 'owners' | 'wantedBy' | 'dueOn'
  >,
  sop: Sop,
  begins: number | undefined,
  calendars: Pick<WorkCalendars, 'of' | 'usual'>,
): StagePlan | null {
  const work = stageWork(sop, summary, (member) => calendars.of(member))
  // A master for no listing of its own is wanted when the first of them begins; they keep the buffer.
  if (summary.path === 'master' && begins !== undefined)
    return planStages(work, { until: begins, reserves: false })
  const day = dayOf(summary)
  const until = day === null ? null : endOfDay(day, calendars.usual.timeZone)
  if (until === null) return null
  const before = begins === undefined ? undefined : { id: sop.passedAfter, at: begins }
  return planStages(work, { until, reserves: true, before })
}

const keyOf = (
  { sop, path, translates, deliverable, wantedBy, dueOn, owners }: TaskSummary,
  begins: number | undefined,
): string =>
  `${sop} ${path} ${translates} ${deliverable} ${dueOn ?? wantedBy} ${begins} ${JSON.stringify(owners)}`
