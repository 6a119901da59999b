/**
 * The one seeded generator of believable work: people and briefs as plain values, the same for the same seed.
 * It feeds `npm run seed`, the journeys, the pictures and the benchmarks. Left out: documents and storage.
 */
import { createRandom, type Random } from '#shared/lib/random.ts'
import { themes, type Theme } from './themes.ts'

export interface DemoProduct {
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly weightGrams: number
}
export interface DemoBrief {
  readonly title: string
  /** Days from today; negative is overdue. */
  readonly wantedInDays: number
  readonly rush: 'standard' | 'rush'
  readonly products: readonly DemoProduct[]
  readonly points: readonly string[]
  readonly targets: readonly { readonly market: string; readonly locale: string }[]
  readonly notes: readonly string[]
}
export type DemoSize = 'small' | 'busy' | 'huge'

const briefCounts: Record<DemoSize, number> = { small: 5, busy: 30, huge: 2_000 }
const productCounts: Record<DemoSize, number> = { small: 5, busy: 12, huge: 8 }

/** Briefs for a workspace of `size`, deterministic in `seed`. */
export function demoBriefs(size: DemoSize, seed: number): DemoBrief[] {
  const random = createRandom(seed)
  return Array.from({ length: briefCounts[size] }, (_, index) => {
    const theme = themes[index % themes.length]
    if (theme === undefined) throw new RangeError('no themes')
    return briefOf(theme, Math.floor(index / themes.length), productCounts[size], random)
  })
}

function briefOf(theme: Theme, round: number, most: number, random: Random): DemoBrief {
  const season =
    round === 0 ? '' : theme.language === 'zh' ? ` 第 ${round + 1} 批` : `, batch ${round + 1}`
  const count = Math.max(2, Math.min(theme.variants.length, 2 + random.int(most)))
  return {
    title: theme.title + season,
    wantedInDays: 4 + random.int(24),
    rush: random.int(5) === 0 ? 'rush' : 'standard',
    products: theme.variants.slice(0, count).map(([code, name]) => ({
      sku: round === 0 ? `${theme.code}-${code}` : `${theme.code}${round + 1}-${code}`,
      name: theme.language === 'zh' ? `${theme.product} ${name}` : `${theme.product}, ${name}`,
      category: theme.category,
      weightGrams: theme.weightGrams + random.int(9) * 5,
    })),
    points: theme.points,
    targets: theme.targets.map(([market, locale]) => ({ market, locale })),
    notes: theme.notes,
  }
}
