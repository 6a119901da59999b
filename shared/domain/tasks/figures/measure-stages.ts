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

/** Stages nothing is known of are left out. */
export function measureStages(
  cases: readonly TaskCase[],
  asked: Asked,
  stages: readonly string[],
): { readonly stages: readonly StageFigures[]; readonly flow: Share } {
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
  return {
    flow: touchOf(stays),
    stages: stages.flatMap((stage): StageFigures[] => {
      const found = seen.get(stage)
      if (found === undefined) return []
      const { stays: own, judged } = found
      const kept = judged.filter(({ to, dueAt }) => to !== null && to <= dueAt)
      return [
        {
          ...{ stage, turnaround: spreadOf(byTask(own)), touch: touchOf(own) },
          kept: sharing({
            ...{ top: kept.length, of: judged.length, cases: judged.length },
            ...{ tops: kept.map(({ name }) => name), all: judged.map(({ name }) => name) },
          }),
        },
      ]
    }),
  }
}

function touchOf(stays: readonly Stay[]): Share {
  const names = stays.map(({ name }) => name)
  return sharing({
    top: sum(stays.map(({ touchMs }) => touchMs)),
    of: sum(stays.map(({ from, to }) => to - from)),
    cases: new Set(names).size,
    tops: stays.filter(({ touchMs }) => touchMs > 0).map(({ name }) => name),
    all: names,
  })
}

function byTask(stays: readonly Stay[]): Spread['cases'] {
  const took = new Map<DocName, number>()
  for (const { name, from, to } of stays) took.set(name, (took.get(name) ?? 0) + to - from)
  return [...took].map(([name, ms]) => ({ name, ms }))
}
