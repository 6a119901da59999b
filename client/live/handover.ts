/**
 * What a person finds when their hours begin: what waits for them and who needs it first, and what others moved. From flows, logs
 * and calendars on this device alone. Left out: since when (domain/handover/away.ts), values that lost a merge (lost-of-mine.ts).
 */
import { byNeed, needOf, type Need } from '#shared/domain/handover/need.ts'
import { movedIn, type Moved } from '#shared/domain/handover/moved.ts'
import { doingOf } from '#shared/domain/tasks/sop.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { Access } from '#shared/lib/access.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { BriefFlow, FlowStep } from '#shared/records/brief-flow.ts'
import type { TaskEntry } from '#shared/records/task-log.ts'
import { isHeldUp, type ListedTask } from './list-tasks.ts'
import type { WorkCalendars } from './work-calendars.ts'

export type WaitsWhy = 'trouble' | 'waits-for-you' | 'sent-back' | 'check' | 'your-turn' | 'judge'

export interface WaitsForMe {
  readonly about: DocName
  readonly why: WaitsWhy
  /** Null for a brief. */
  readonly task: ListedTask | null
  /** What was said with it; may be empty. */
  readonly text: string
  /** Who needs it; null: nobody in particular, or nobody who is still here. */
  readonly who: MemberId | null
  readonly need: Need | null
}

export interface Handover {
  readonly waits: readonly WaitsForMe[]
  readonly tasks: readonly Moved<ListedTask, TaskEntry>[]
  readonly briefs: readonly Moved<DocName, FlowStep>[]
}

export interface HandoverFor {
  readonly me: MemberId
  readonly access: Access
  readonly flows: ReadonlyMap<DocName, BriefFlow>
  readonly tasks: readonly ListedTask[]
  readonly calendars: Pick<WorkCalendars, 'of'>
  readonly isHere: (member: MemberId) => boolean
  readonly since: number
  readonly now: number
}

export function handoverOf(of: HandoverFor): Handover {
  const window = { me: of.me, since: of.since, until: of.now }
  const alive = of.tasks.filter(({ summary }) => !summary.retired)
  return {
    waits: waitsFor(of, alive),
    tasks: movedIn(alive, ({ log }) => log.entries, window),
    briefs: movedIn(
      [...of.flows.keys()],
      (brief) => (of.flows.get(brief)?.steps ?? []).filter((step) => !step.isWaiting),
      window,
    ),
  }
}

/** Whether a person has a part in a task: a stage is theirs, or they did something in it. */
export const takesPart = (me: MemberId, { summary, log }: ListedTask): boolean =>
  Object.values(summary.owners).includes(me) || log.entries.some(({ by }) => by === me)

function waitsFor(of: HandoverFor, alive: readonly ListedTask[]): readonly WaitsForMe[] {
  const { me, access, flows, calendars, now } = of
  const needed = (who: MemberId | null): Pick<WaitsForMe, 'who' | 'need'> => {
    const whose = who !== null && who !== me && of.isHere(who) ? who : null
    return { who: whose, need: whose === null ? null : needOf(calendars.of(whose), now) }
  }
  const judges = access === 'owner' || access === 'lead'
  const briefs = [...flows].flatMap(([about, { state, decisive }]): WaitsForMe[] =>
    judges && state === 'submitted' && decisive !== null && decisive.by !== me
      ? [{ about, why: 'judge', task: null, text: decisive.reason, ...needed(decisive.by) }]
      : [],
  )
  const tasks = alive.flatMap((task): WaitsForMe[] => {
    const found = asksOf(me, task)
    if (found === null) return []
    const who = found.who ?? waiterFor(me, task, flows)
    return [{ about: task.name, task, why: found.why, text: found.text, ...needed(who) }]
  })
  const due = ({ task }: WaitsForMe): number => task?.due?.dueAt ?? Number.MAX_SAFE_INTEGER
  return [...briefs, ...tasks].sort(
    (one, other) =>
      byNeed(one.need, other.need) ||
      due(one) - due(other) ||
      (one.about < other.about ? -1 : one.about === other.about ? 0 : 1),
  )
}

interface Asked extends Pick<WaitsForMe, 'why' | 'text'> {
  readonly who: MemberId | null
}

/** What a task asks of somebody; of several things the most pressing. */
function asksOf(me: MemberId, task: ListedTask): Asked | null {
  const { log, owner, sop, stage, waitsForMaster } = task
  const trouble = log.troubles.find(({ whom }) => (whom ?? owner) === me)
  if (trouble !== undefined) return { why: 'trouble', text: trouble.reason, who: trouble.by }
  if (log.isOver) return null
  const { decisive, sentBackBy, state } = log
  if (state === 'waiting' && decisive !== null) {
    if ((decisive.whom ?? owner) !== me) return null
    const isAsked = decisive.by !== me
    return isAsked ? { why: 'waits-for-you', text: decisive.reason, who: decisive.by } : null
  }
  if (owner !== me || waitsForMaster || isHeldUp(task)) return null
  if (sentBackBy !== null) return { why: 'sent-back', text: sentBackBy.reason, who: sentBackBy.by }
  const isCheck = sop !== null && stage !== null && doingOf(sop, stage) === 'reviews'
  return { why: isCheck ? 'check' : 'your-turn', text: '', who: null }
}

/** Who goes on once it is done: whoever does the next stage that is somebody else's, or whoever asked for the brief. */
function waiterFor(
  me: MemberId,
  { path, log, summary }: ListedTask,
  flows: ReadonlyMap<DocName, BriefFlow>,
): MemberId | null {
  const next = path
    .slice(log.at + 1)
    .map((step) => summary.owners[step])
    .find((owner) => owner !== undefined && owner !== me)
  if (next !== undefined) return next
  const steps = flows.get(documentNamed('brief', summary.brief))?.steps ?? []
  return steps.findLast(({ outcome }) => outcome === 'submitted')?.by ?? null
}
