/**
 * Whether the tasks a break-down would make can be done by the day they are wanted, begun now and done in the workspace's
 * hours, an adaptation behind its master. Left out: tasks that are there already, which may stand anywhere (an adaptation whose
 * master is one of them is taken to begin now, so that nothing is said to be too late that is not).
 */
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { dayIn, endOfDay } from '#shared/domain/calendar/wanted-day.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import type { MemberFunction } from '#shared/lib/access.ts'
import type { Topic } from '#shared/lib/ids.ts'
import type { Cell } from './break-down.ts'
import { lookAhead, type Outlook } from './outlook.ts'
import { planStages, type StageWork } from './plan-stages.ts'
import { quickestHands, type Handing, type Hands } from './quickest-hands.ts'
import { ownerOf, stageById, type Sop } from './sop.ts'
import { stageWork } from './stage-work.ts'

export interface CellsAsk<Who> {
  readonly sop: Sop
  readonly usual: WorkingCalendar
  /** The workspace's. */
  readonly timeZone: string
  readonly now: number
  /** People by what they are there for. */
  readonly peopleFor: (role: MemberFunction) => readonly Hands<Who>[]
  /** What a cell waits for, perhaps remembered: it is a hash. */
  readonly masterOf: (cell: Cell) => Topic | null
}

export interface CellsJudged<Who> {
  /** The worst of all. */
  readonly verdict: Outlook['verdict']
  /** The first day, `YYYY-MM-DD`, by which all can be wanted with their buffers, and without. */
  readonly earliest: string
  readonly withoutBuffer: string
  /** Those that would not keep their buffer. */
  readonly late: readonly Cell[]
  /** Who would have to do which stage for all to keep it; null where that does not help. */
  readonly handings: readonly Handing<Who>[] | null
}

interface Judged<Who> extends Outlook {
  readonly handings: readonly Handing<Who>[] | null
}

const worse = ['fits', 'eats-buffer', 'too-late'] as const

/** Asked again and again while cells are switched off. Null where no day is wanted, or nothing is to be made. */
export function createCellJudge<Who>(
  ask: CellsAsk<Who>,
): (cells: readonly Cell[]) => CellsJudged<Who> | null {
  const alike = new Map<string, Judged<Who> | null>()
  const judge = (cell: Cell, cells: ReadonlyMap<Topic, Cell>): Judged<Who> | null => {
    const above = ask.masterOf(cell)
    const master = above === null ? null : (cells.get(above) ?? null)
    const key = [cell, master].map((one) => one && keyOf(one)).join(' | ')
    const known = alike.get(key)
    if (known !== undefined) return known
    const judged = judgeOne(cell, master, ask)
    alike.set(key, judged)
    return judged
  }
  return (cells) => {
    const byTopic = new Map(cells.map((cell) => [cell.topic, cell]))
    const judged = cells.flatMap((cell) => {
      const one = judge(cell, byTopic)
      return one === null ? [] : [{ cell, one }]
    })
    return worstOf(judged, ask.timeZone)
  }
}

function worstOf<Who>(
  judged: readonly { readonly cell: Cell; readonly one: Judged<Who> }[],
  timeZone: string,
): CellsJudged<Who> | null {
  if (judged.length === 0) return null
  const late = judged.filter(({ one }) => one.verdict !== 'fits')
  const worst = Math.max(...judged.map(({ one }) => worse.indexOf(one.verdict)))
  return {
    verdict: worse[worst] ?? 'fits',
    earliest: judged.map(({ one }) => one.earliest).reduce(later),
    withoutBuffer: dayIn(Math.max(...judged.map(({ one }) => one.endsAt)), timeZone),
    late: late.map(({ cell }) => cell),
    handings: together(late.map(({ one }) => one.handings)),
  }
}

const later = (a: string, b: string): string => (a < b ? b : a)

const keyOf = ({ path, translates, deliverable, wantedBy }: Cell): string =>
  `${path} ${translates} ${deliverable} ${wantedBy}`

function judgeOne<Who>(
  cell: Cell,
  master: Cell | null,
  { sop, usual, timeZone, now, peopleFor }: CellsAsk<Who>,
): Judged<Who> | null {
  const until = cell.wantedBy === null ? null : endOfDay(cell.wantedBy, timeZone)
  const workOf = (one: Cell): readonly StageWork[] =>
    stageWork(sop, { ...one, owners: {} }, () => usual)
  const own = workOf(cell)
  const plan = until === null ? null : planStages(own, { until, reserves: true })
  if (until === null || plan === null) return null
  const ahead = master === null ? [] : workOf(master)
  const passes = ahead.findIndex(({ id }) => id === sop.passedAfter)
  const left = [...ahead.slice(0, passes + 1), ...own]
  const outlook = lookAhead({ plan, left, until, from: now, timeZone })
  if (outlook === null) return null
  const kind = deliverableById(cell.deliverable)?.kind ?? 'mixed'
  const others = (id: string): readonly Hands<Who>[] => {
    const stage = stageById(sop, id)
    const role = stage === null ? null : ownerOf(stage, kind)
    return role === null ? [] : peopleFor(role)
  }
  const by = plan.buffer?.from ?? until
  const handings =
    outlook.verdict === 'fits' ? null : quickestHands({ left, from: now, until: by, others })
  return { ...outlook, handings }
}

/** All of them must have an answer, or it does not help. */
function together<Who>(
  each: readonly (readonly Handing<Who>[] | null)[],
): readonly Handing<Who>[] | null {
  const all: Handing<Who>[] = []
  for (const handings of each) {
    if (handings === null) return null
    for (const one of handings)
      if (!all.some(({ id, to }) => id === one.id && to === one.to)) all.push(one)
  }
  return all.length > 0 ? all : null
}
