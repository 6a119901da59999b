import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deliverables } from '#shared/domain/choices/deliverables.ts'
import { languages } from '#shared/domain/choices/languages.ts'
import type { SettledChoices } from '#shared/domain/estimates/choices.ts'
import { compareQuote } from '#shared/domain/estimates/compare-quote.ts'
import { estimate, type EstimateAsk } from '#shared/domain/estimates/estimate.ts'
import { complexityFactors, languageClasses } from '#shared/domain/estimates/factors.ts'
import { inquiryRows } from '#shared/domain/estimates/inquiry.ts'
import { difficultyOf } from '#shared/domain/estimates/language-difficulty.ts'
import type { Piece } from '#shared/domain/estimates/pieces.ts'
import { hoursKey, isPrice, priceEntries, priceEntry } from '#shared/domain/estimates/price-keys.ts'
import { priceOf, shippedPrices, type PriceTable } from '#shared/domain/estimates/price-table.ts'

const alone: SettledChoices = {
  ...{ vendorShare: 0, variants: 1, shoot: 'none', legal: false, local: false },
}
const master = (deliverable: string, over: Partial<Piece> = {}): Piece => ({
  ...{ deliverable, complexity: 'static', path: 'master', translatedTo: null },
  ...over,
})
const own = (prices: Readonly<Record<string, number>>): PriceTable => ({
  currency: 'CNY',
  // Nothing but what a test is about.
  own: {
    ...Object.fromEntries(priceEntries.map(({ key, least }) => [key, Math.max(0, least)])),
    'rush.price': 1,
    ...prices,
  },
})
const ask = (over: Partial<EstimateAsk>): EstimateAsk => ({
  ...{ pieces: [], products: 1, rush: false, scratch: false, score: 100 },
  ...{ team: { approved: 0, reworked: 0 }, choices: alone, prices: own({}) },
  ...over,
})
const costs = (over: Partial<EstimateAsk>): Record<string, readonly [number, number]> =>
  Object.fromEntries(estimate(ask(over)).lines.map(({ id, hours, cost }) => [id, [hours, cost]]))

test('the factors are the trade’s: static 1, motion 1.8, 3D 2.5; languages 1, 1.25, 1.6, 2 in price and 1, 1.15, 1.35, 1.6 in hours; rush 1.4', () => {
  expect(complexityFactors).toEqual({ static: 1, motion: 1.8, '3d': 2.5 })
  expect(languageClasses.map(({ priceFactor }) => priceFactor)).toEqual([1, 1.25, 1.6, 2])
  expect(languageClasses.map(({ hoursFactor }) => hoursFactor)).toEqual([1, 1.15, 1.35, 1.6])
  expect(priceOf(shippedPrices, 'rush.price')).toBe(1.4)
  expect(languages.map(({ id }) => `${id}${difficultyOf(id)}`).join(' ')).toBe(
    'en1 zh1 es1 pt2 fr2 de2 it2 nl2 id2 ms2 tl3 pl3 sv3 tr3 ru3 kk4 ja3 ko3 vi3 th4 ar4 he4',
  )
  expect(difficultyOf('xx')).toBe(4)
})

test('every way a deliverable can be made has its hours, and a dearer way takes more', () => {
  for (const { id, complexities } of deliverables) {
    const hours = complexities.map((one) => priceOf(shippedPrices, hoursKey(id, one)))
    expect(Math.min(...hours), id).toBeGreaterThan(0)
    expect(
      [...hours].sort((one, other) => one - other),
      id,
    ).toEqual(hours)
  }
  // (3 + 6) hours of service, two fifths of them work, to a quarter: 3.6 is 3.5, and 2.5 times it 9.
  expect(priceOf(shippedPrices, 'hours.main-image.static')).toBe(3.5)
  expect(priceOf(shippedPrices, 'hours.main-image.3d')).toBe(9)
})

test('making is pieces × hours × rate, the vendor’s share at the vendor’s rate, and material for each', () => {
  const prices = own({
    'hours.secondary-image.static': 3.5,
    'fee.secondary-image.static': 60,
    'rate.inhouse': 90,
    'rate.vendor': 140,
  })
  const pieces = Array.from({ length: 6 }, () => master('secondary-image'))
  // 21 h: 8.4 h outside and 12.6 h inside.
  expect(costs({ prices, pieces, choices: { ...alone, vendorShare: 40 } })).toEqual({
    'make.secondary-image.static': [21, Math.round(8.4 * 140 + 12.6 * 90 + 6 * 60)],
  })
})

test('more versions are a part of what is tried against each other, and of nothing else', () => {
  const prices = own({
    'hours.main-image.static': 4,
    'hours.title.static': 1,
    'variant.part': 40,
    'rate.inhouse': 100,
  })
  const pieces = [master('main-image'), master('main-image'), master('title')]
  const choices = { ...alone, variants: 3 }
  expect(costs({ prices, pieces, choices })['variants']).toEqual([6.4, 640])
})

test('a language costs by how hard it is, in hours and in price', () => {
  const prices = own({
    ...{ 'translate.bullets': 2, 'rate.translation': 100 },
    ...{ 'language.2.hours': 1.15, 'language.2.price': 1.25 },
    ...{ 'language.4.hours': 1.6, 'language.4.price': 2 },
  })
  const into = (translatedTo: string) => master('bullets', { path: 'adaptation', translatedTo })
  expect(costs({ prices, pieces: [into('de'), into('de'), into('th'), into('tlh')] })).toEqual({
    'translate.de': [4.6, 575],
    'translate.th': [3.2, 640],
    'translate.tlh': [3.2, 640],
  })
})

test('a master and an adaptation are looked at once, a task that is both twice', () => {
  const prices = own({ 'check.title': 0.5, 'rate.inhouse': 90 })
  const pieces = [
    ...[master('title'), master('title', { path: 'adaptation' })],
    master('title', { path: 'whole' }),
  ]
  expect(costs({ prices, pieces })).toEqual({ check: [2, 180] })
})

test('legal reads each product, a native speaker each product in each language', () => {
  const prices = own({
    ...{ 'legal.hours': 1, 'rate.legal': 260, 'local.hours': 0.5, 'rate.local': 200 },
  })
  const pieces = ['de', 'fr'].map((translatedTo) =>
    master('title', { path: 'adaptation', translatedTo }),
  )
  const choices = { ...alone, legal: true, local: true }
  expect(costs({ prices, pieces, choices, products: 3 })).toEqual({
    ...{ legal: [3, 780], local: [3, 600] },
  })
})

test('a shoot is paid by the day it begins', () => {
  const prices = own({
    ...{ 'shoot.scene': 1800, 'shoot.model': 3600, 'shoot.products': 6, 'shoot.hours': 8 },
    'rate.inhouse': 90,
  })
  const choices: SettledChoices = { ...alone, shoot: 'both' }
  expect(costs({ prices, choices, products: 7 })).toEqual({
    'shoot.scene': [16, 2 * 1800 + 16 * 90],
    'shoot.model': [16, 2 * 3600 + 16 * 90],
  })
})

test('rework is the table’s rate until five tasks are finished, then the team’s own, and more below the bar', () => {
  const prices = own({
    ...{ 'hours.title.static': 10, 'rate.inhouse': 100 },
    ...{ 'rework.rate': 30, 'rework.part': 50, 'rework.point': 1 },
  })
  const rework = (over: Partial<EstimateAsk>) =>
    costs({ prices, pieces: [master('title')], ...over })['rework']
  expect(rework({})).toEqual([1.5, 150])
  expect(rework({ team: { approved: 4, reworked: 4 } })).toEqual([1.5, 150])
  expect(rework({ team: { approved: 5, reworked: 1 } })).toEqual([1, 100])
  // 58 is 12 points below 70: 20 % and 12 more.
  expect(rework({ team: { approved: 5, reworked: 1 }, score: 58 })).toEqual([1.6, 160])
  expect(rework({ score: 70 })).toEqual(rework({ score: 100 }))
  expect(rework({ team: { approved: 5, reworked: 5 }, score: 0 })).toEqual([4.8, 475])
})

test('rush raises the price of everything and leaves the hours', () => {
  const prices = own({ 'hours.title.static': 10, 'rate.inhouse': 100, 'rush.price': 1.4 })
  const calm = estimate(ask({ prices, pieces: [master('title')] }))
  const rushed = estimate(ask({ prices, pieces: [master('title')], rush: true }))
  expect(calm.cost).toBe(1000)
  expect([rushed.cost, rushed.hours]).toEqual([1400, calm.hours])
})

test('design rules from scratch and tools have their lines', () => {
  const prices = own({
    ...{ 'hours.title.static': 10, 'scratch.hours': 24, 'rate.inhouse': 100, 'tools.hour': 5 },
  })
  expect(costs({ prices, pieces: [master('title')], scratch: true })).toEqual({
    ...{ 'make.title.static': [10, 1000], scratch: [24, 2400], tools: [0, 50] },
  })
})

const anyPiece = fc.record({
  deliverable: fc.constantFrom(...deliverables.map(({ id }) => id), 'unknown-one'),
  complexity: fc.constantFrom('static' as const, 'motion' as const, '3d' as const),
  path: fc.constantFrom('master' as const, 'adaptation' as const, 'whole' as const),
  translatedTo: fc.constantFrom(null, 'de', 'th', 'xx'),
})
const anyChoices: fc.Arbitrary<SettledChoices> = fc.record({
  vendorShare: fc.integer({ min: 0, max: 100 }),
  variants: fc.integer({ min: 1, max: 10 }),
  shoot: fc.constantFrom('none' as const, 'scene' as const, 'model' as const, 'both' as const),
  legal: fc.boolean(),
  local: fc.boolean(),
})

test('totals are the sums of their lines, and the order of pieces changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 40 }), anyChoices, (pieces, choices) => {
      const one = ask({ pieces, choices, prices: shippedPrices, rush: true, score: 40 })
      const made = estimate(one)
      expect(made.cost).toBe(made.lines.reduce((sum, { cost }) => sum + cost, 0))
      expect(Math.round(made.hours * 10)).toBe(
        Math.round(made.lines.reduce((sum, { hours }) => sum + hours * 10, 0)),
      )
      expect(estimate({ ...one, pieces: pieces.toReversed() })).toEqual(made)
      for (const { hours, cost } of made.lines) {
        expect(Number.isInteger(cost)).toBe(true)
        expect(Number(hours.toFixed(1))).toBe(hours)
      }
    }),
  )
})

test('more pieces never cost less', () => {
  fc.assert(
    fc.property(
      fc.array(anyPiece, { maxLength: 20 }),
      anyPiece,
      anyChoices,
      (pieces, more, choices) => {
        const of = (all: readonly Piece[]) =>
          estimate(ask({ pieces: all, choices, prices: shippedPrices })).cost
        expect(of([...pieces, more])).toBeGreaterThanOrEqual(of(pieces))
      },
    ),
  )
})

test('every shipped figure is within its bounds, and a key nobody knows has none', () => {
  for (const { key, usual } of priceEntries) expect(isPrice(key, usual), key).toBe(true)
  expect(priceEntry('hours.size-chart.3d')).toBeNull()
  expect(isPrice('exchange.USD', 7.1)).toBe(true)
  expect(isPrice('exchange.USD', 0)).toBe(false)
  expect(isPrice('rate.inhouse', Number.NaN)).toBe(false)
})

test('a quote is compared with our estimate in its currency, in another one only by a rate somebody wrote', () => {
  const prices: PriceTable = { currency: 'CNY', own: { 'exchange.USD': 7.1 } }
  const against = (amount: number | null, currency: string, cost = 4000) =>
    compareQuote({ amount, currency }, prices, { cost })
  expect(against(4600, 'CNY')).toEqual({ kind: 'compared', amount: 4600, percent: 15 })
  expect(against(3000, 'CNY')).toMatchObject({ percent: -25 })
  expect(against(500, 'USD')).toEqual({ kind: 'compared', amount: 3550, percent: -11 })
  expect(against(500, 'EUR')).toEqual({ kind: 'no-rate', currency: 'EUR' })
  expect(against(null, 'CNY')).toEqual({ kind: 'no-amount' })
  expect(against(1, 'CNY', 0)).toEqual({ kind: 'no-estimate' })
})

test('an inquiry counts what is made, adapted and translated, and a main image has nothing to translate', () => {
  const adapted = { path: 'adaptation', translatedTo: 'de' } as const
  const pieces = [
    ...[master('main-image'), master('title'), master('title')],
    ...[master('main-image', adapted), master('title', adapted)],
  ]
  const row = { complexity: null, language: null, pieces: 1 }
  expect(inquiryRows(pieces)).toEqual([
    { ...row, deliverable: 'main-image', complexity: 'static', work: 'make' },
    { ...row, deliverable: 'title', complexity: 'static', work: 'make', pieces: 2 },
    { ...row, deliverable: 'main-image', work: 'adapt' },
    { ...row, deliverable: 'title', work: 'adapt' },
    { ...row, deliverable: 'title', work: 'translate', language: 'de' },
  ])
})
