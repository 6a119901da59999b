import { describe, expect, it } from 'vitest'
import { categoryOf } from '#shared/domain/choices/categories.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platforms } from '#shared/domain/choices/platforms.ts'
import { demoBriefs } from '#shared/domain/demo/demo-briefs.ts'

describe('the seeded generator', () => {
  it('makes the same work for the same seed and other work for another', () => {
    expect(demoBriefs('busy', 7)).toEqual(demoBriefs('busy', 7))
    expect(demoBriefs('busy', 7)).not.toEqual(demoBriefs('busy', 8))
  })

  it('never gives two products of a workspace the same SKU', () => {
    const skus = demoBriefs('busy', 3).flatMap((brief) =>
      brief.products.map((product) => product.sku),
    )
    expect(new Set(skus).size).toBe(skus.length)
  })
})

describe('the demo', () => {
  const busy = demoBriefs('busy', 1)
  it('says no sentence twice', () => {
    const said = busy.flatMap((brief) => [
      brief.title,
      brief.audience,
      brief.tone,
      brief.hook ?? '',
      ...brief.points.flat(),
      ...brief.references.flatMap(([, learn, avoid]) => [learn, avoid]),
      ...brief.notes,
      ...brief.flow.map(([, reason]) => reason),
    ])
    const sentences = said.filter((text) => text !== '')
    const twice = sentences.filter((text, at) => sentences.indexOf(text) !== at)
    expect(twice).toEqual([])
  })

  it('names platforms, markets, languages, deliverables and categories there are', () => {
    for (const brief of busy) {
      for (const { platform, market, locale } of brief.targets) {
        const offered = platforms.find(({ id }) => id === platform)
        expect(offered, platform).toBeDefined()
        expect(marketById(market)?.locales, `${market} ${locale}`).toContain(locale)
      }
      for (const { category } of brief.products)
        expect(categoryOf(category), category).not.toBeNull()
    }
  })

  it('has thirty briefs in both languages, in every state of the flow', () => {
    expect(busy).toHaveLength(30)
    expect(new Set(busy.map(({ language }) => language)).size).toBe(2)
    expect(new Set(busy.map(({ flow }) => flow.at(-1)?.[0] ?? 'draft')).size).toBe(4)
  })
})
