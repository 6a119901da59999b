/** Shares and spreads that name the cases they are made of. Under five cases a percentage would say more than is known. */
import type { DocName } from '#shared/lib/ids.ts'

/** Cases a percentage or a median needs (spec: production, 4). */
export const fewest = 5

export interface Share {
  /** Numerator and denominator; not always tasks (rounds, stays, checks, hours). */
  readonly top: number
  readonly of: number
  /** What `fewest` is asked of. */
  readonly cases: number
  /** 0 to 1; null under `fewest` cases or of nothing. */
  readonly share: number | null
  /** The tasks of both, each once, in the order they were given. */
  readonly tops: readonly DocName[]
  readonly all: readonly DocName[]
}

export interface Spread {
  /** Ms, the smallest first. */
  readonly cases: readonly { readonly name: DocName; readonly ms: number }[]
  /** Null under `fewest` cases. */
  readonly median: number | null
  readonly p90: number | null
}

export function shareOf<Case extends { readonly name: DocName }>(
  all: readonly Case[],
  counts: (one: Case) => boolean,
): Share {
  const tops = all.filter(counts)
  return sharing({
    ...{ top: tops.length, of: all.length, cases: all.length },
    ...{ tops: tops.map(({ name }) => name), all: all.map(({ name }) => name) },
  })
}

/** Names in order. */
export function sharing(counted: Omit<Share, 'share'>): Share {
  const { top, of, cases, tops, all } = counted
  const share = cases < fewest || of === 0 ? null : top / of
  return { ...counted, share, tops: namesIn(tops), all: namesIn(all) }
}

/** `cases` in the order of their names. Of an even number the middle between both in the middle; p90 is the smallest that nine tenths do not exceed. */
export function spreadOf(cases: Spread['cases']): Spread {
  const sorted = cases.toSorted((one, other) => one.ms - other.ms)
  const at = (place: number): number => sorted[place]?.ms ?? 0
  const { length } = sorted
  if (length < fewest) return { cases: sorted, median: null, p90: null }
  const middle = Math.floor(length / 2)
  return {
    cases: sorted,
    median: length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2,
    p90: at(Math.ceil(length * 0.9) - 1),
  }
}

/** Each once: they come in order, so that those of one task stand beside each other. */
const namesIn = (names: readonly DocName[]): readonly DocName[] =>
  names.filter((name, at) => name !== names[at - 1])
