/** Which items apply to what a brief chose, and how a hundred points are shared among them. Pure. */
import type { Chosen } from './chosen.ts'
import { qualityItems, type Condition, type ItemId } from './items.ts'

/** In the order of the items; together 100. */
export function weightsOf(chosen: Chosen): ReadonlyMap<ItemId, number> {
  const raw = qualityItems
    .filter(({ id }) => applies(id, chosen))
    .map(({ id, weight, adapt }) => ({
      id,
      weight: (adapt ?? []).reduce(
        (so, { when, times }) => (holds(when, chosen) ? so * times : so),
        weight,
      ),
    }))
    .filter(({ weight }) => weight > 0)
  const total = raw.reduce((sum, { weight }) => sum + weight, 0)
  const shares = raw.map(({ id, weight }) => {
    const exact = (weight / total) * 100
    // A hair below a whole number is that number.
    const whole = Math.floor(exact + 1e-9)
    return { id, whole, rest: Math.round((exact - whole) * 1e9) }
  })
  const missing = 100 - shares.reduce((sum, { whole }) => sum + whole, 0)
  const lucky = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, missing)
      .map(({ id }) => id),
  )
  return new Map(shares.map(({ id, whole }) => [id, whole + (lucky.has(id) ? 1 : 0)]))
}

/** Items this table does not name always apply. */
const needs: Partial<Record<ItemId, (chosen: Chosen) => boolean>> = {
  'video-hook': ({ video }) => video,
  'video-length': ({ video }) => video,
  'size-facts': ({ deliverables }) => deliverables.has('size-chart'),
  'aplus-order': hasOf('aplus-module', 'ebc-module', 'brand-story'),
  'brand-story': hasOf('brand-story'),
  keywords: hasOf('title', 'bullets', 'search-terms'),
  'live-facts': hasOf('live-script'),
  'ad-goal': hasOf('ad-creative'),
  glossary: ({ languages }) => languages.size > 1,
}

const applies = (id: ItemId, chosen: Chosen): boolean => needs[id]?.(chosen) ?? true

function hasOf(...wanted: readonly string[]): (chosen: Chosen) => boolean {
  return ({ deliverables }) => wanted.some((id) => deliverables.has(id))
}

function holds(when: Condition, { categories, platforms, video, onlyCopy }: Chosen): boolean {
  if (when === 'video-chosen') return video
  if (when === 'only-copy-chosen') return onlyCopy
  if ('platform' in when) return platforms.has(when.platform)
  return when.category.some((category) => categories.has(category))
}
