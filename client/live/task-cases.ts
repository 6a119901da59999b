/**
 * The cases of all tasks for the figures: from list rows and records, each made again only when something of it changed. In
 * slices of a few milliseconds, so that ten thousand of them never hold up the page. Retired tasks are no cases.
 */
import { endOfDay } from '#shared/domain/calendar/wanted-day.ts'
import { masterOf } from '#shared/domain/tasks/break-down.ts'
import { caseOf, type TaskCase } from '#shared/domain/tasks/figures/task-case.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DocName, Topic } from '#shared/lib/ids.ts'
import type { BriefFlow } from '#shared/records/brief-flow.ts'
import { walkTask, type TaskWalk } from '#shared/records/task-walk.ts'
import type { ListedTask } from './list-tasks.ts'
import type { WorkCalendars } from './work-calendars.ts'

export interface CasesAround {
  readonly flowOf: (brief: Topic) => BriefFlow | null
  /** `YYYY-MM-DD`, as the brief says today; undefined: the brief is not here. */
  readonly wantedBy: (brief: Topic) => string | null | undefined
  readonly calendars: WorkCalendars
}

type CaseTask = Pick<ListedTask, 'name' | 'summary' | 'kind' | 'sop' | 'path' | 'log'>

export interface CaseMaker {
  /** Everything at once. */
  make(tasks: readonly CaseTask[], around: CasesAround): readonly TaskCase[]
  /** A step each time it is asked for the next; returns the cases. */
  steps(tasks: readonly CaseTask[], around: CasesAround): Generator<undefined, readonly TaskCase[]>
}

interface Kept {
  readonly deps: readonly unknown[]
  readonly made: TaskCase
}

export function createCaseMaker(): CaseMaker {
  /** By log: read again, it is another. */
  const walks = new WeakMap<CaseTask['log'], TaskWalk>()
  const kept = new Map<DocName, Kept>()
  const walkOf = ({ log, path }: CaseTask): TaskWalk => {
    const walk = walks.get(log) ?? walkTask(log.entries, path)
    walks.set(log, walk)
    return walk
  }
  function* steps(
    tasks: readonly CaseTask[],
    { flowOf, wantedBy, calendars }: CasesAround,
  ): Generator<undefined, readonly TaskCase[]> {
    const byName = new Map(tasks.map((task) => [task.name, task]))
    const made: TaskCase[] = []
    const dayEnds = new Map<string, number | null>()
    const endOf = (day: string | null): number | null => {
      if (day === null) return null
      const end = dayEnds.get(day) ?? endOfDay(day, calendars.usual.timeZone)
      dayEnds.set(day, end)
      return end
    }
    const accepted = new Map<string, number | null>()
    const acceptedAt = ({ brief, snapshot }: ListedTask['summary']): number | null => {
      const key = `${brief} ${snapshot}`
      const known = accepted.get(key)
      if (known !== undefined) return known
      const at = acceptanceOf(flowOf(brief), snapshot)
      accepted.set(key, at)
      return at
    }
    // Figures put cases in this order, which costs nothing for those that stand in it.
    for (const task of tasks.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      yield
      const { summary, sop, name } = task
      if (sop === null || summary.retired) continue
      const way = walkOf(task)
      const masterTopic = masterOf(summary)
      const master = masterTopic === null ? null : byName.get(documentNamed('task', masterTopic))
      const masterPassedAt = master ? passedAt(master, walkOf(master)) : null
      const accept = acceptedAt(summary)
      const wanted = endOf(summary.wantedBy)
      const today = wantedBy(summary.brief)
      const wantedNow = today === undefined ? wanted : endOf(today)
      const deps = [summary, way, masterPassedAt, accept, wanted, wantedNow, calendars]
      const was = kept.get(name)
      if (was?.deps.every((dep, at) => dep === deps[at])) {
        made.push(was.made)
        continue
      }
      const one = caseOf(
        { ...task, sop, way },
        {
          ...{ acceptedAt: accept, masterPassedAt, wantedAt: wanted, wantedNowAt: wantedNow },
          calendarOf: (member) => calendars.of(member),
        },
      )
      kept.set(name, { deps, made: one })
      made.push(one)
    }
    return made
  }
  return {
    steps,
    make(tasks, around) {
      const all = steps(tasks, around)
      for (;;) {
        const { done, value } = all.next()
        if (done) return value
      }
    },
  }
}

/** Of the version the task was begun from; where that is not known the first there was. */
function acceptanceOf(flow: BriefFlow | null, snapshot: string): number | null {
  const steps = flow?.steps.filter(({ outcome }) => outcome === 'accepted') ?? []
  const own = steps.filter((step) => step.snapshot === snapshot)
  const times = (own.length > 0 ? own : steps).map(({ at }) => at)
  return times.length === 0 ? null : Math.min(...times)
}

/** When it last left the stage after which its adaptations may begin, and stays behind it. */
function passedAt({ sop, path, log }: CaseTask, { visits }: TaskWalk): number | null {
  if (sop === null || log.at <= path.indexOf(sop.passedAfter)) return null
  return visits.findLast(({ step }) => step === sop.passedAfter)?.to ?? null
}
