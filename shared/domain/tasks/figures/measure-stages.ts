/** What each stage took: of approved tasks how long, of all stays how many kept the SOP's service time. */
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import { sharing, spreadOf, type Share, type Spread } from './counts.ts'
import { isIn, sum, type Asked } from './period.ts'
import type { TaskCase } from './task-case.ts'

export interface StageFigures {
  readonly stage: string
  /** Calendar time of approved tasks, stays of one task added up. */
  readonly turnaround: Spread
  /** Of that time, worked on. */
  readonly touch: Share
  readonly kept: Share
}

interface Stay {
  readonly name: DocName
  readonly from: number
  readonly to: number
  readonly touchMs: number
}

interface Judged {
  readonly name: DocName
  readonly to: number | null
  readonly dueAt: number
}

/** Stages nothing is known of are left out. A step for each. */
export function* measureStages(
  cases: readonly TaskCase[],
  asked: Asked,
  stages: readonly string[],
): Generator<undefined, { readonly stages: readonly StageFigures[]; readonly flow: Share }> {
  const { doer } = asked
  const isDoer = (member: MemberId | null): boolean =>
    doer === null || (member !== null && doer(member))
  const stays: Stay[] = []
  const seen = new Map<string, { stays: Stay[]; judged: Judged[] }>()
  const seenIn = (stage: string): { stays: Stay[]; judged: Judged[] } => {
    const known = seen.get(stage) ?? { stays: [], judged: [] }
    seen.set(stage, known)
    return known
  }
  for (const { name, visits, approvedAt } of cases) {
    const isApproved = isIn(approvedAt, asked)
    for (const visit of visits) {
      if (!isDoer(visit.by)) continue
      if (isApproved && visit.to !== null) {
        const { from, to, touchMs } = visit
        const stay = { name, from, to, touchMs }
        stays.push(stay)
        seenIn(visit.stage).stays.push(stay)
      }
      // It ends when it is left, or runs over when it should have been.
      const decided = visit.to ?? visit.dueAt ?? asked.now
      if (visit.dueAt !== null && decided < asked.now && isIn(decided, asked))
        seenIn(visit.stage).judged.push({ name, to: visit.to, dueAt: visit.dueAt })
    }
  }
  const measured: StageFigures[] = []
  for (const stage of stages) {
    yield
    const found = seen.get(stage)
    if (found === undefined) continue
    const { stays: own, judged } = found
    const kept = judged.filter(({ to, dueAt }) => to !== null && to <= dueAt)
    measured.push({
      ...{ stage, turnaround: spreadOf(byTask(own)), touch: touchOf(own) },
      kept: sharing({
        ...{ top: kept.length, of: judged.length, cases: judged.length },
        ...{ tops: kept.map(({ name }) => name), all: judged.map(({ name }) => name) },
      }),
    })
  }
  yield
  return { flow: touchOf(stays), stages: measured }
}

function touchOf(stays: readonly Stay[]): Share {
  return sharing({
    top: sum(stays.map(({ touchMs }) => touchMs)),
    of: sum(stays.map(({ from, to }) => to - from)),
    cases: stays.filter(({ name }, at) => name !== stays[at - 1]?.name).length,
    tops: stays.filter(({ touchMs }) => touchMs > 0).map(({ name }) => name),
    all: stays.map(({ name }) => name),
  })
}

/** Stays of one task stand beside each other. */
function byTask(stays: readonly Stay[]): Spread['cases'] {
  const took: { name: DocName; ms: number }[] = []
  for (const { name, from, to } of stays) {
    const last = took.at(-1)
    if (last?.name === name) last.ms += to - from
    else took.push({ name, ms: to - from })
  }
  return took
}
