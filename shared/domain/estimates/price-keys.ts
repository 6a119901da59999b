/**
 * Every price there is, with its unit, bounds and the figure it begins with (docs/decisions.md, 34). What a key is made of
 * stays for ever, as it is stored. Left out: what somebody wrote over them (price-table.ts), what they come to (estimate.ts).
 */
import { deliverables, type Complexity } from '#shared/domain/choices/deliverables.ts'
import { serviceHours } from '#shared/domain/tasks/service-hours.ts'
import { complexityFactors, languageClasses } from './factors.ts'

export type PriceUnit = 'money' | 'per-hour' | 'hours' | 'times' | 'percent' | 'points' | 'pieces'

export interface PriceEntry {
  readonly key: string
  readonly unit: PriceUnit
  readonly usual: number
  readonly least: number
  readonly most: number
}

export const rateNames = ['inhouse', 'vendor', 'translation', 'legal', 'local'] as const
export type RateName = (typeof rateNames)[number]

/** Of each piece, beside making it. */
export const pieceWorks = ['adapt', 'translate', 'check'] as const
export type PieceWork = (typeof pieceWorks)[number]

export const shootKinds = ['scene', 'model'] as const
export type ShootKind = (typeof shootKinds)[number]

export const rateKey = (rate: RateName): string => `rate.${rate}`
export const hoursKey = (deliverable: string, complexity: Complexity): string =>
  `hours.${deliverable}.${complexity}`
export const feeKey = (deliverable: string, complexity: Complexity): string =>
  `fee.${deliverable}.${complexity}`
export const workKey = (work: PieceWork, deliverable: string): string => `${work}.${deliverable}`
export const languageKey = (difficulty: number, of: 'hours' | 'price'): string =>
  `language.${difficulty}.${of}`
export const shootKey = (kind: ShootKind): string => `shoot.${kind}`
export const exchangeKey = (currency: string): string => `exchange.${currency}`

/** Service time includes what a piece lies; two fifths of it are taken to be work. */
const shareOfService = 0.4
const quarter = (hours: number): number => Math.round(hours * 4) / 4

const most = { money: 10_000_000, hours: 400, times: 10 } as const

const entry = (key: string, unit: PriceUnit, usual: number, least = 0): PriceEntry => ({
  ...{ key, unit, usual, least },
  most: mostOf[unit],
})
const mostOf: Readonly<Record<PriceUnit, number>> = {
  money: most.money,
  'per-hour': most.money,
  hours: most.hours,
  times: most.times,
  percent: 100,
  points: 10,
  pieces: 100,
}

const rates: readonly PriceEntry[] = [
  entry(rateKey('inhouse'), 'per-hour', 90),
  entry(rateKey('vendor'), 'per-hour', 130),
  entry(rateKey('translation'), 'per-hour', 110),
  entry(rateKey('legal'), 'per-hour', 260),
  entry(rateKey('local'), 'per-hour', 200),
]

/** What is bought for one piece: stock, music, a model's geometry. */
const fees: Readonly<Record<Complexity, number>> = { static: 0, motion: 60, '3d': 150 }

const works: readonly PriceEntry[] = deliverables.flatMap(({ id, complexities }) => {
  const service = (...stages: readonly string[]): number =>
    stages.reduce((sum, stage) => sum + (serviceHours[id]?.[stage] ?? 0), 0)
  const hours = (serviceTime: number): number => quarter(shareOfService * serviceTime)
  // The table's service time is of the usual way to make it; others take so many times as much.
  const usual = complexities[0] ?? 'static'
  const times = (complexity: Complexity): number =>
    complexityFactors[complexity] / complexityFactors[usual]
  const making = shareOfService * service('planning', 'draft')
  return [
    ...complexities.flatMap((complexity) => [
      entry(hoursKey(id, complexity), 'hours', quarter(making * times(complexity))),
      entry(feeKey(id, complexity), 'money', fees[complexity]),
    ]),
    entry(workKey('adapt', id), 'hours', hours(service('platform-adaptation'))),
    entry(workKey('translate', id), 'hours', hours(service('localisation'))),
    // Once: a master has its cross review, an adaptation its compliance, a task that is both has both.
    entry(workKey('check', id), 'hours', hours(service('cross-review', 'compliance') / 2)),
  ]
})

const perLanguage: readonly PriceEntry[] = languageClasses.flatMap((one) => [
  entry(languageKey(one.difficulty, 'hours'), 'times', one.hoursFactor, 0.1),
  entry(languageKey(one.difficulty, 'price'), 'times', one.priceFactor, 0.1),
])

export const otherKeys = {
  shootProducts: 'shoot.products',
  shootHours: 'shoot.hours',
  variantPart: 'variant.part',
  tools: 'tools.hour',
  scratch: 'scratch.hours',
  legal: 'legal.hours',
  local: 'local.hours',
  rework: 'rework.rate',
  reworkPart: 'rework.part',
  reworkPoint: 'rework.point',
  rush: 'rush.price',
} as const

const others: readonly PriceEntry[] = [
  entry(shootKey('scene'), 'money', 1_800),
  entry(shootKey('model'), 'money', 3_600),
  entry(otherKeys.shootProducts, 'pieces', 6, 1),
  entry(otherKeys.shootHours, 'hours', 8),
  entry(otherKeys.variantPart, 'percent', 40),
  entry(otherKeys.tools, 'per-hour', 5),
  entry(otherKeys.scratch, 'hours', 24),
  entry(otherKeys.legal, 'hours', 1),
  entry(otherKeys.local, 'hours', 1),
  entry(otherKeys.rework, 'percent', 30),
  entry(otherKeys.reworkPart, 'percent', 35),
  entry(otherKeys.reworkPoint, 'points', 1),
  entry(otherKeys.rush, 'times', 1.4, 1),
]

export const priceEntries: readonly PriceEntry[] = [...rates, ...works, ...perLanguage, ...others]

const byKey = new Map(priceEntries.map((one) => [one.key, one]))
const exchange = /^exchange\.[A-Z]{3}$/

/** An exchange rate begins with none: what one unit is worth changes, and a wrong one is worse than a missing one. */
export function priceEntry(key: string): PriceEntry | null {
  const found = byKey.get(key)
  if (found !== undefined) return found
  return exchange.test(key)
    ? { ...{ key, unit: 'times', usual: 0, least: 0.000_001 }, most: 1_000_000 }
    : null
}

export const isPrice = (key: string, value: unknown): value is number => {
  const known = priceEntry(key)
  return (
    known !== null &&
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= known.least &&
    value <= known.most
  )
}
