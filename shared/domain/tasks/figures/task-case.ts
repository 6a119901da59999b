/**
 * One task as figures count it: what it took in each stage, against what the SOP gives, and when it was finished. Pure; the
 * way it took comes from its log (records/task-walk.ts). Left out: which cases belong to a period (measure-tasks.ts).
 */
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { checksFor, hoursOf, stageById, type Sop } from '#shared/domain/tasks/sop.ts'
import type { TaskSummary } from '#shared/domain/tasks/task.ts'
import type { CauseId } from '#shared/lib/causes.ts'
import type { DocName, MemberId, Topic } from '#shared/lib/ids.ts'

/** As records/task-walk.ts tells it. */
export interface WalkedWay {
  readonly visits: readonly {
    readonly step: string
    readonly from: number | null
    readonly to: number | null
    readonly leftBy: 'forward' | 'back' | null
    readonly by: MemberId | null
    readonly touchMs: number
    readonly checks: readonly string[]
  }[]
  readonly rounds: readonly {
    readonly cause: CauseId | null
    readonly allFrom: readonly string[]
  }[]
  readonly arrivedAt: number | null
  readonly startedAt: number | null
  readonly newest: number | null
  readonly late: number
  readonly unsent: number
}

export interface WalkedTask {
  readonly name: DocName
  readonly summary: TaskSummary
  readonly kind: DeliverableKind
  readonly sop: Sop
  readonly path: readonly string[]
  readonly way: WalkedWay
}

export interface CaseVisit {
  readonly stage: string
  readonly from: number
  /** Null while it stands there. */
  readonly to: number | null
  readonly touchMs: number
  readonly by: MemberId | null
  /** The SOP's service time after it began, in the working hours of whoever does it; null: it gives none. */
  readonly dueAt: number | null
}

export interface TaskCase {
  readonly name: DocName
  readonly brief: Topic
  /** Row id in the brief. */
  readonly product: string
  /** Who made it: did its first making stage. Null: nobody yet. */
  readonly maker: MemberId | null
  readonly visits: readonly CaseVisit[]
  readonly rounds: readonly { readonly cause: CauseId | null }[]
  readonly acceptedAt: number | null
  readonly startedAt: number | null
  /** Arrived at the end of its path. */
  readonly approvedAt: number | null
  /** The end of the day it is wanted by: as the task was begun with, and as its brief says today. */
  readonly wantedAt: number | null
  readonly wantedNowAt: number | null
  /** Stages of its path where checks are asked, and what was ticked of them when it last moved on. */
  readonly checks: { readonly asked: number; readonly done: number }
  /** Stood in final review; was sent back from there. Null: its path has none. */
  readonly finalGate: { readonly reached: boolean; readonly escaped: boolean } | null
  readonly newest: number | null
  readonly late: number
  readonly unsent: number
}

export interface CaseAround {
  /** When its brief was accepted, and its master passed, as far as either is known. */
  readonly acceptedAt: number | null
  readonly masterPassedAt: number | null
  readonly wantedAt: number | null
  readonly wantedNowAt: number | null
  readonly calendarOf: (member: MemberId | null) => WorkingCalendar
}

const hourMs = 3_600_000

export function caseOf(task: WalkedTask, around: CaseAround): TaskCase {
  const { way, path, summary } = task
  const { acceptedAt, wantedAt, wantedNowAt } = around
  const isAdaptation = summary.path === 'adaptation'
  // What began it; a log of another clock may begin before.
  const began = isAdaptation ? around.masterPassedAt : acceptedAt
  const visits = way.visits.flatMap((visit): CaseVisit[] => {
    const from = visit.from ?? earlier(began, way.startedAt ?? visit.to)
    return from === null ? [] : [visitOf(task, { ...visit, from }, around)]
  })
  const finalGate = summary.path === 'master' ? null : (path.at(-2) ?? null)
  return {
    ...{ name: task.name, brief: summary.brief, product: summary.product, visits },
    maker: makerOf(task),
    rounds: way.rounds,
    ...{ acceptedAt, startedAt: way.startedAt, approvedAt: way.arrivedAt, wantedAt, wantedNowAt },
    checks: checksOf(task),
    finalGate:
      finalGate === null
        ? null
        : {
            reached: way.visits.some(({ step }) => step === finalGate),
            escaped: way.rounds.some(({ allFrom }) => allFrom.includes(finalGate)),
          },
    ...{ newest: way.newest, late: way.late, unsent: way.unsent },
  }
}

function visitOf(
  { sop, summary }: WalkedTask,
  visit: WalkedWay['visits'][number] & { readonly from: number },
  { calendarOf }: CaseAround,
): CaseVisit {
  const { step, from, to, touchMs } = visit
  const by = visit.by ?? summary.owners[step] ?? null
  const stage = stageById(sop, step)
  const hours = stage === null ? 0 : hoursOf(sop, stage, summary.deliverable)
  const dueAt = hours > 0 ? calendarOf(by).add(from, hours * hourMs) : null
  return { stage: step, from, to, touchMs, by, dueAt }
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}

/** Of the first stage that makes something: whose owner differs by kind, or the translating one. */
function makerOf({ sop, path, summary, way }: WalkedTask): MemberId | null {
  const making = path.find((id) => {
    const owner = stageById(sop, id)?.owner ?? null
    return id === sop.translating || (owner !== null && typeof owner === 'object')
  })
  if (making === undefined) return null
  return (
    way.visits.findLast(({ step, by }) => step === making && by !== null)?.by ??
    summary.owners[making] ??
    null
  )
}

/** Every check its path asks of its kind, and those named when it last left that stage forward. */
function checksOf({ sop, path, kind, way }: WalkedTask): TaskCase['checks'] {
  let [asked, done] = [0, 0]
  for (const id of path) {
    const stage = stageById(sop, id)
    const wanted =
      stage === null ? [] : checksFor(stage.exit, kind).filter(({ isLater }) => !isLater)
    if (wanted.length === 0) continue
    const left = way.visits.findLast(({ step, leftBy }) => step === id && leftBy === 'forward')
    asked += wanted.length
    done += wanted.filter((check) => left?.checks.includes(check.id)).length
  }
  return { asked, done }
}
