/**
 * The figures of a period out of its cases (spec: production, section 4). Pure: the same cases in any order give the same.
 * Tasks count by when they arrived, the on-time rate by when they were due, service times by when a stay ended or ran over.
 * What needs sign-offs, costs or results is not here and not shown (docs/decisions.md, 26).
 */
import { causeIds, type CauseId } from '#shared/lib/causes.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import { sharing, shareOf, spreadOf, type Share, type Spread } from './counts.ts'
import { originOf, origins, type Origin } from './origins.ts'
import { measureProducts } from './measure-products.ts'
import { measureStages, type StageFigures } from './measure-stages.ts'
import { isIn, sum, type Asked } from './period.ts'
import type { TaskCase } from './task-case.ts'

export interface Figures {
  readonly approved: readonly DocName[]
  readonly firstPass: Share
  readonly rework: Share
  /** Rounds for each approved task; `share` may be above 1. */
  readonly intensity: Share
  /** Of all rounds, the most frequent first, those without any left out. */
  readonly causes: readonly { readonly cause: CauseId; readonly share: Share }[]
  readonly origins: readonly { readonly origin: Origin; readonly share: Share }[]
  readonly escape: Share
  /** Of the time since the work could begin. */
  readonly flow: Share
  readonly stages: readonly StageFigures[]
  readonly lead: Spread
  readonly cycle: Spread
  readonly onTime: Share
  /** Against what the brief says today; null where no date was moved. */
  readonly onTimeNow: Share | null
  readonly adherence: Share
  readonly strict: Share
  readonly products: Spread
  readonly asOf: {
    /** Of the newest entry; null without any. */
    readonly newest: number | null
    readonly late: number
    readonly unsent: number
  }
}

/** `stages`: in the order they are shown. */
export function measureTasks(...asked: Parameters<typeof measureSteps>): Figures {
  const steps = measureSteps(...asked)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same a step at a time, so that thousands of cases can be counted between frames. */
export function* measureSteps(
  unordered: readonly TaskCase[],
  asked: Asked,
  stages: readonly string[],
): Generator<undefined, Figures> {
  // Once, and all that follows stands in this order on every device.
  const cases = unordered.toSorted(byName)
  yield
  const isDoer = (member: MemberId | null): boolean =>
    asked.doer === null || (member !== null && asked.doer(member))
  const made = cases.filter(({ maker }) => isDoer(maker))
  const approved = made.filter(({ approvedAt }) => isIn(approvedAt, asked))
  yield
  const quality = yield* measureQuality(approved)
  yield
  const rework = measureRework(approved)
  yield
  const byStage = yield* measureStages(cases, asked, stages)
  yield
  const [lead, cycle] = [
    spanOf(approved, ({ acceptedAt }) => acceptedAt),
    spanOf(approved, ({ startedAt }) => startedAt),
  ]
  yield
  const products = measureProducts(cases, made, asked)
  yield
  const punctual = measurePunctuality(made, asked)
  yield
  return {
    approved: approved.map(({ name }) => name),
    ...quality,
    ...rework,
    ...byStage,
    ...punctual,
    ...{ lead, cycle, products },
    asOf: {
      newest: made.reduce<number | null>(
        (best, { newest }) => (newest !== null && newest > (best ?? -1) ? newest : best),
        null,
      ),
      late: sum(made.map(({ late }) => late)),
      unsent: sum(made.map(({ unsent }) => unsent)),
    },
  }
}

function* measureQuality(approved: readonly TaskCase[]) {
  const finals = approved.filter(({ finalGate }) => finalGate?.reached)
  const closed = approved.filter(({ checks }) => checks.asked > 0)
  const firstPass = shareOf(approved, (one) => one.rounds.length === 0)
  yield
  const rework = shareOf(approved, (one) => one.rounds.length > 0)
  yield
  const escape = shareOf(finals, ({ finalGate }) => finalGate?.escaped === true)
  yield
  const adherence = sharing({
    top: sum(closed.map(({ checks }) => checks.done)),
    of: sum(closed.map(({ checks }) => checks.asked)),
    cases: closed.length,
    tops: closed.filter(({ checks }) => checks.done > 0).map(({ name }) => name),
    all: closed.map(({ name }) => name),
  })
  yield
  const strict = shareOf(closed, ({ checks }) => checks.done === checks.asked)
  return { firstPass, rework, escape, adherence, strict }
}

function measureRework(approved: readonly TaskCase[]) {
  const rounds = approved.flatMap(({ name, rounds: own }) =>
    own.map(({ cause }) => ({ name, cause })),
  )
  return {
    intensity: sharing({
      ...{ top: rounds.length, of: approved.length, cases: approved.length },
      ...{ tops: rounds.map(({ name }) => name), all: approved.map(({ name }) => name) },
    }),
    causes: causeIds
      .map((cause) => ({ cause, share: shareOf(rounds, (one) => one.cause === cause) }))
      .filter(({ share }) => share.top > 0)
      .sort((one, other) => other.share.top - one.share.top),
    origins: origins
      .map((origin) => ({
        origin,
        share: shareOf(rounds, ({ cause }) => cause !== null && originOf[cause] === origin),
      }))
      .filter(({ share }) => share.top > 0)
      .sort((one, other) => other.share.top - one.share.top),
  }
}

function measurePunctuality(made: readonly TaskCase[], asked: Asked) {
  const isDue = (at: number | null): boolean => isIn(at, asked) && (at ?? 0) <= asked.now
  const moved = made.some(({ wantedAt, wantedNowAt }) => wantedAt !== wantedNowAt)
  const [due, dueNow] = [
    made.filter(({ wantedAt }) => isDue(wantedAt)),
    made.filter(({ wantedNowAt }) => isDue(wantedNowAt)),
  ]
  return {
    onTime: shareOf(due, (one) => isBy(one.approvedAt, one.wantedAt)),
    onTimeNow: moved ? shareOf(dueNow, (one) => isBy(one.approvedAt, one.wantedNowAt)) : null,
  }
}

const byName = (one: TaskCase, other: TaskCase): number => (one.name < other.name ? -1 : 1)

const isBy = (at: number | null, limit: number | null): boolean =>
  at !== null && limit !== null && at <= limit

/** From a moment of each case to its approval. */
function spanOf(approved: readonly TaskCase[], since: (one: TaskCase) => number | null): Spread {
  return spreadOf(
    approved.flatMap((one) => {
      const [from, to] = [since(one), one.approvedAt]
      return from === null || to === null ? [] : [{ name: one.name, ms: Math.max(0, to - from) }]
    }),
  )
}
