import { expect, test } from 'vitest'
import { categories, categoryOf } from '#shared/domain/choices/categories.ts'
import { deliverableById, deliverables } from '#shared/domain/choices/deliverables.ts'
import { languageOf, languages } from '#shared/domain/choices/languages.ts'
import { marketById, markets } from '#shared/domain/choices/markets.ts'
import { platforms } from '#shared/domain/choices/platforms.ts'
import { slotsOf } from '#shared/domain/choices/slots.ts'
import { isUsualLimit, usualLimitsOf } from '#shared/domain/choices/usual-limits.ts'
import { isRowId } from '#shared/domain/briefs/row-ids.ts'

test('every locale of every market has a language with a name and a direction', () => {
  for (const market of markets) {
    expect(market.locales.length, market.id).toBeGreaterThan(0)
    for (const locale of market.locales) expect(languageOf(locale)?.native, locale).toBeTruthy()
  }
})

test('the machine knows every currency, time zone and locale named', () => {
  for (const { currency, timeZone, locales } of markets) {
    expect(() => new Intl.NumberFormat('en', { style: 'currency', currency })).not.toThrow()
    expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
    expect(Intl.getCanonicalLocales([...locales])).toEqual(locales)
  }
})

test('ids stand once and Arabic and Hebrew run from right to left', () => {
  expect(new Set(markets.map((market) => market.id)).size).toBe(markets.length)
  expect(new Set(languages.map((language) => language.id)).size).toBe(languages.length)
  expect(
    languages.filter((language) => language.direction === 'rtl').map((language) => language.id),
  ).toEqual(['ar', 'he'])
})

test('a market or language nobody filed is null, not an error', () => {
  expect(marketById('XX')).toBeNull()
  expect(languageOf('xx-XX')).toBeNull()
  expect(marketById('DE')?.zh).toBe('德国')
})

test('every deliverable can be a row, and is had by at least one platform', () => {
  const offered = new Set(
    platforms.flatMap(({ id }) => slotsOf(id).map(({ deliverable }) => deliverable)),
  )
  for (const { id, most, complexities } of deliverables) {
    expect(isRowId(id), id).toBe(true)
    expect(offered.has(id), id).toBe(true)
    expect(most).toBeGreaterThan(0)
    expect(complexities.length).toBeGreaterThan(0)
  }
})

test('every platform sells in known markets and has room for known deliverables', () => {
  for (const { id, markets: soldIn } of platforms) {
    for (const market of soldIn) expect(marketById(market), `${id} ${market}`).not.toBeNull()
    const slots = slotsOf(id)
    expect(slots.length, id).toBeGreaterThan(0)
    for (const { deliverable, least, most } of slots) {
      expect(deliverableById(deliverable), `${id} ${deliverable}`).not.toBeNull()
      expect(least).toBeLessThanOrEqual(most)
    }
  }
})

test('a category is known by its id and by its name in both languages', () => {
  for (const { id, zh, en } of categories) {
    for (const name of [id, zh, en, ` ${en.toUpperCase()} `]) expect(categoryOf(name)?.id).toBe(id)
  }
  expect(categoryOf('')).toBeNull()
})

test('the usual limits of a category stand before the common ones, each once', () => {
  expect(usualLimitsOf(['lighting', 'computer-office'])).toEqual([
    'CE',
    'UKCA',
    'FCC',
    'energy label',
    'FDA',
  ])
  for (const { id } of categories) expect(usualLimitsOf([id]).every(isUsualLimit)).toBe(true)
})
