/** The templates that come with the app name only what there is, and their platforms offer what they ask for. */
import { expect, test } from 'vitest'
import { shippedTemplates } from '#shared/domain/briefs/templates/shipped.ts'
import { categories } from '#shared/domain/choices/categories.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platforms } from '#shared/domain/choices/platforms.ts'

test.each(shippedTemplates.map((one) => [one.id, one] as const))('%s', (_id, template) => {
  expect(categories.map(({ id }) => id)).toContain(template.category)
  for (const [platform, market, locale] of template.targets) {
    expect(platforms.find(({ id }) => id === platform)?.markets).toContain(market)
    expect(marketById(market)?.locales).toContain(locale)
  }
  for (const [id, quantity] of template.deliverables) {
    const known = deliverableById(id)
    expect(known, id).not.toBeNull()
    expect(quantity).toBeLessThanOrEqual(known?.most ?? 0)
  }
  const video = template.deliverables.some(([id]) => deliverableById(id)?.kind === 'video')
  expect(template.video !== null).toBe(video)
})

test('there are twelve, each with a name of its own in both languages', () => {
  expect(shippedTemplates).toHaveLength(12)
  for (const language of ['zh', 'en'] as const)
    expect(new Set(shippedTemplates.map(({ name }) => name[language])).size).toBe(12)
})
