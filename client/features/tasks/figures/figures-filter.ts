/** Which figures are shown, as the address says it: of which period, and whose work. Pure; a shared link shows the same. */
export const periods = ['month', '30', 'all'] as const
export type Period = (typeof periods)[number]
export const doers = ['all', 'inside', 'outside'] as const
export type Doer = (typeof doers)[number]

export interface FiguresFilter {
  readonly period: Period
  readonly by: Doer
}

const dayMs = 86_400_000

/** Anything else in an address counts as not said. */
export function readFiguresFilter(search: string): FiguresFilter {
  const asked = new URLSearchParams(search)
  return {
    period: periods.find((one) => one === asked.get('period')) ?? '30',
    by: doers.find((one) => one === asked.get('by')) ?? 'all',
  }
}

/** Begins with `?`; empty for what is shown first. */
export function writeFiguresFilter({ period, by }: FiguresFilter): string {
  const asked = new URLSearchParams()
  if (period !== '30') asked.set('period', period)
  if (by !== 'all') asked.set('by', by)
  const text = asked.toString()
  return text === '' ? '' : `?${text}`
}

/** Ms. A month begins with the device's own midnight. */
export function spanOfPeriod(
  period: Period,
  now: number,
): { readonly from: number; readonly to: number } {
  const to = now + 1
  if (period === 'all') return { from: Number.NEGATIVE_INFINITY, to }
  if (period === '30') return { from: now - 30 * dayMs, to }
  const today = new Date(now)
  return { from: new Date(today.getFullYear(), today.getMonth(), 1).getTime(), to }
}
