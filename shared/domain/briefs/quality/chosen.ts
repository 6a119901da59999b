/** What a brief chose, as its judgement asks for it: platforms, languages, categories, kinds of deliverable. Pure. */
import type { Brief, Target } from '#shared/domain/briefs/brief.ts'
import { categoryOf } from '#shared/domain/choices/categories.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platformById } from '#shared/domain/choices/platforms.ts'

export interface Chosen {
  /** Targets whose platform sells in that market, in a language of it. */
  readonly targets: readonly Target[]
  readonly platforms: ReadonlySet<string>
  /** Languages content is made in, without their countries. */
  readonly languages: ReadonlySet<string>
  readonly categories: ReadonlySet<string>
  readonly deliverables: ReadonlySet<string>
  readonly video: boolean
  readonly onlyCopy: boolean
}

export function chosenIn({ targets, products, deliverables }: Brief): Chosen {
  const known = targets.filter(isOffered)
  const kinds = deliverables.flatMap(({ id }) => deliverableById(id)?.kind ?? [])
  return {
    targets: known,
    platforms: new Set(known.map(({ platform }) => platform)),
    languages: new Set(targets.map(({ locale }) => locale.split('-')[0] ?? locale)),
    categories: new Set(products.flatMap(({ category }) => categoryOf(category)?.id ?? [])),
    deliverables: new Set(deliverables.map(({ id }) => id)),
    video: kinds.includes('video'),
    onlyCopy: kinds.length > 0 && kinds.every((kind) => kind === 'copy'),
  }
}

export const isOffered = ({ platform, market, locale }: Target): boolean =>
  platformById(platform)?.markets.includes(market) === true &&
  marketById(market)?.locales.includes(locale) === true
