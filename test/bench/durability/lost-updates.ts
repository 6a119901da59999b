/**
 * Rounds of SIGKILL in groups of five: at 100 updates/s side by side (a light load; kills after 0.5 to 13 s, so that
 * Hocuspocus's own 10 s are reached), at 3,000/s one after another (kills after 0.5 to 6 s). The same moments for every relay.
 */
import { createRandom } from '../load/random.ts'
import { benchDocName } from '../load/doc-names.ts'
import { killRound, type Round, type RoundPlan } from './kill-round.ts'
import type { Figure, Scenario, Setting } from '../scenario.ts'

const GROUP = 5

export const lostAt100 = lostUpdates(100, 13_000, true)
export const lostAt3000 = lostUpdates(3_000, 6_000, false)

function lostUpdates(rate: number, longestMs: number, sideBySide: boolean): Scenario {
  return {
    name: `lost-${rate}`,
    servers: ['bare-commit', 'hocuspocus', 'ours'],
    runs: (server, { rounds, quick }) => {
      if (quick) return 1
      if (rounds !== null) return Math.ceil(rounds / GROUP)
      return server === 'ours' ? 4 : 1
    },
    async measure(setting) {
      const plans = planned(setting, rate, setting.quick ? 1_200 : longestMs)
      const rounds: Round[] = []
      if (sideBySide) rounds.push(...(await Promise.all(plans.map(killRound))))
      else for (const plan of plans) rounds.push(await killRound(plan))
      return figures(rate, rounds)
    },
  }
}

function planned(
  { server, folder, quick, seed, run }: Setting,
  rate: number,
  longestMs: number,
): RoundPlan[] {
  const random = createRandom(seed + rate * 1_000 + run)
  return Array.from({ length: quick ? 2 : GROUP }, (_, i) => ({
    server,
    folder: `${folder}/round-${i}`,
    doc: benchDocName(500 + i),
    rate,
    killAfterMs: 500 + random() * (longestMs - 500),
  }))
}

function figures(rate: number, rounds: readonly Round[]): Figure[] {
  const figure = (what: string, of: (round: Round) => number): Figure => {
    const counts = rounds.map((round) => ({
      lost: Math.max(0, of(round) - round.found),
      of: of(round),
    }))
    return {
      case: `lost ${what}, SIGKILL at ${rate} updates/s`,
      unit: 'per 1,000 updates',
      better: 'lower',
      value: 0,
      rounds: counts,
    }
  }
  return [
    figure('after being acknowledged', ({ acknowledged }) => acknowledged),
    figure('after a receiver had them', ({ seen }) => seen),
  ]
}
