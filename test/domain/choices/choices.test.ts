import { expect, test } from 'vitest'
import { languageOf, languages } from '#shared/domain/choices/languages.ts'
import { marketById, markets } from '#shared/domain/choices/markets.ts'

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
