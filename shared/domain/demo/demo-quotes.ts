/** What vendors asked for briefs of the demo, and what was chosen for their estimates. Plain values; amounts are parts of our estimate's order. */
import type { CostChoices } from '#shared/domain/estimates/choices.ts'
import type { Quote } from '#shared/domain/estimates/quote.ts'

export interface DemoCosts {
  readonly choices: Partial<CostChoices>
  readonly quotes: readonly (Omit<Quote, 'id' | 'validUntil'> & {
    /** Days from today; below 0: it has run out. */
    readonly validFor: number
  })[]
  /** Place of the one that was chosen; null: none yet. */
  readonly chosen: number | null
}

/** What the leads wrote into the table: the shipped figures for the rest. */
export const demoPrices: readonly (readonly [key: string, value: number])[] = [
  ['rate.inhouse', 95],
  ['rate.vendor', 120],
  ['shoot.scene', 2_000],
  ['exchange.USD', 7.1],
]

/** For the first accepted briefs, in their order. */
export const demoCosts: readonly DemoCosts[] = [
  {
    choices: { vendorShare: 60, variants: 2 },
    quotes: [
      {
        ...{ vendor: '青禾视觉', amount: 12_800, currency: 'CNY', hours: 96, validFor: 14 },
        note: '含两轮修改，第三轮按小时算',
      },
      {
        ...{ vendor: '八方影像', amount: 17_600, currency: 'CNY', hours: 110, validFor: 20 },
        note: '含场景拍摄和道具',
      },
      {
        ...{ vendor: 'Lumen & Grain', amount: 2_150, currency: 'USD', hours: 90, validFor: 9 },
        note: 'Two rounds, source files included',
      },
    ],
    chosen: 0,
  },
  {
    choices: { vendorShare: 40 },
    quotes: [
      {
        ...{ vendor: '青禾视觉', amount: 9_400, currency: 'CNY', hours: 70, validFor: -3 },
        note: '节前排期紧，价格只保一周',
      },
      {
        ...{ vendor: 'Nordlys Studio', amount: 1_480, currency: 'EUR', hours: null, validFor: 30 },
        note: 'Without the shoot',
      },
    ],
    chosen: null,
  },
]
