/**
 * The one seeded generator of believable work: people and briefs as plain values, the same for the same seed.
 * It feeds the demo workspace, `npm run seed`, the journeys, the pictures and the benchmarks. Left out: documents, storage.
 */
import { categoryOf } from '#shared/domain/choices/categories.ts'
import { createRandom, type Random } from '#shared/lib/random.ts'
import { themes } from './themes.ts'
import type { Theme } from './themes/theme.ts'

export interface DemoProduct {
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly weightGrams: number
}

type Told = Pick<
  Theme,
  | 'language'
  | 'points'
  | 'deliverables'
  | 'references'
  | 'audience'
  | 'tone'
  | 'limits'
  | 'claims'
  | 'facts'
  | 'photos'
  | 'shoot'
  | 'hook'
  | 'notes'
  | 'flow'
>

export interface DemoBrief extends Told {
  readonly title: string
  /** Days from today; negative is overdue. */
  readonly wantedInDays: number
  readonly rush: 'standard' | 'rush'
  readonly products: readonly DemoProduct[]
  /** The first leads. */
  readonly targets: readonly {
    readonly platform: string
    readonly market: string
    readonly locale: string
  }[]
}
export type DemoSize = 'small' | 'busy' | 'huge'

const briefCounts: Record<DemoSize, number> = { small: 5, busy: themes.length, huge: 2_000 }
const productCounts: Record<DemoSize, number> = { small: 5, busy: 12, huge: 8 }

/** Briefs for a workspace of `size`, deterministic in `seed`. */
export function demoBriefs(size: DemoSize, seed: number): DemoBrief[] {
  const random = createRandom(seed)
  return Array.from({ length: briefCounts[size] }, (_, index) => {
    const theme = themes[index % themes.length]
    if (theme === undefined) throw new RangeError('no themes')
    return briefOf(theme, index, productCounts[size], random)
  })
}

/** `round` above 0 comes only where more are asked for than there are product lines. */
function briefOf(theme: Theme, place: number, most: number, random: Random): DemoBrief {
  const round = Math.floor(place / themes.length)
  const season =
    round === 0 ? '' : theme.language === 'zh' ? ` 第 ${round + 1} 批` : `, batch ${round + 1}`
  const count = Math.max(2, Math.min(theme.variants.length, 2 + random.int(most)))
  return {
    ...theme,
    title: theme.title + season,
    wantedInDays: wantedIn(random.int(24), place < 9 && theme.flow.at(-1)?.[0] === 'accepted'),
    rush: random.int(5) === 0 ? 'rush' : 'standard',
    products: theme.variants.slice(0, count).map(([code, name]) => ({
      sku: round === 0 ? `${theme.code}-${code}` : `${theme.code}${round + 1}-${code}`,
      name: theme.language === 'zh' ? `${theme.product} ${name}` : `${theme.product}, ${name}`,
      category: categoryOf(theme.category)?.[theme.language] ?? theme.category,
      weightGrams: theme.weightGrams + random.int(9) * 5,
    })),
    targets: theme.targets.map(([platform, market, locale]) => ({ platform, market, locale })),
  }
}

/** What was accepted weeks ago may be late by now. */
const wantedIn = (drawn: number, isOld: boolean): number => (isOld ? (drawn % 8) - 3 : 4 + drawn)
