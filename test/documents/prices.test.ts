import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { priceOf } from '#shared/domain/estimates/price-table.ts'
import {
  addQuote,
  chooseQuote,
  removeQuote,
  setCostChoice,
  setQuote,
  type QuoteInput,
} from '#shared/documents/commands/costs.ts'
import { setPrice, setPriceCurrency } from '#shared/documents/commands/prices.ts'
import { readCosts } from '#shared/documents/readers/read-costs.ts'
import { readPrices } from '#shared/documents/readers/read-prices.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { limits } from '#shared/protocol/limits.ts'

const two = (): readonly [Y.Doc, Y.Doc] => [new Y.Doc(), new Y.Doc()]
const sync = (one: Y.Doc, other: Y.Doc): void => {
  const [a, b] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)]
  Y.applyUpdate(one, b)
  Y.applyUpdate(other, a)
}
const quote: QuoteInput = {
  ...{ vendor: '青禾视觉', amount: 3200, currency: 'CNY', hours: 24 },
  ...{ validUntil: '2026-12-20', note: '含两轮修改' },
}

test('two leads who change different prices offline both stand; of one price the same one wins for both', () => {
  const [one, other] = two()
  setPrice(one, 'rate.inhouse', 100)
  setPrice(other, 'rate.vendor', 150)
  setPrice(one, 'hours.title.static', 1)
  setPrice(other, 'hours.title.static', 2)
  sync(one, other)
  expect(readPrices(one)).toEqual(readPrices(other))
  const prices = readPrices(one)
  expect(priceOf(prices, 'rate.inhouse')).toBe(100)
  expect(priceOf(prices, 'rate.vendor')).toBe(150)
  expect([1, 2]).toContain(priceOf(prices, 'hours.title.static'))
})

test('leads who change prices in any order come to the same table', () => {
  const act = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    key: fc.constantFrom('rate.inhouse', 'fee.short-video.motion', 'exchange.USD', 'rush.price'),
    value: fc.option(fc.double({ min: 1, max: 9, noNaN: true })),
    syncs: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
      const syncAll = (): void => {
        for (const one of docs) for (const other of docs) if (one !== other) sync(one, other)
      }
      for (const { who, key, value, syncs } of acts) {
        setPrice(docs[who] ?? new Y.Doc(), key, value)
        if (syncs) syncAll()
      }
      syncAll()
      const [first, ...others] = docs.map(readPrices)
      for (const other of others) expect(other).toEqual(first)
    }),
  )
})

test('a price goes back to the shipped figure, and one out of its bounds counts for nothing', () => {
  const doc = new Y.Doc()
  expect(setPrice(doc, 'rush.price', 0.5)).toMatchObject({
    refusal: { code: 'out-of-bounds', least: 1 },
  })
  expect(setPrice(doc, 'hours.size-chart.3d', 1)).toMatchObject({
    refusal: { code: 'no-such-price' },
  })
  setPrice(doc, 'rush.price', 2)
  expect(priceOf(readPrices(doc), 'rush.price')).toBe(2)
  setPrice(doc, 'rush.price', null)
  expect(priceOf(readPrices(doc), 'rush.price')).toBe(1.4)
  for (const wrong of [Number.NaN, -1, '2', null, 1e9, {}])
    rootMap(doc, 'prices').set('rush.price/value', wrong)
  expect(readPrices(doc)).toEqual({ currency: 'CNY', own: {} })
  setPriceCurrency(doc, 'EUR')
  expect(readPrices(doc).currency).toBe('EUR')
})

test('what changes nothing writes nothing', () => {
  const doc = new Y.Doc()
  setPrice(doc, 'rush.price', 2)
  addQuote(doc, randomRowId(), quote)
  const before = Y.encodeStateVector(doc)
  setPrice(doc, 'rush.price', 2)
  setPriceCurrency(doc, 'CNY')
  setCostChoice(doc, 'vendorShare', null)
  chooseQuote(doc, null)
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

test('two people who record a quote each have both; of two who choose one choice wins for both', () => {
  const [one, other] = two()
  const [first, second] = [randomRowId(), randomRowId()]
  addQuote(one, first, quote)
  addQuote(other, second, { ...quote, vendor: 'Lumen Studio', amount: 480, currency: 'USD' })
  chooseQuote(one, first)
  chooseQuote(other, second)
  setCostChoice(one, 'vendorShare', 60)
  setCostChoice(other, 'legal', false)
  sync(one, other)
  expect(readCosts(one)).toEqual(readCosts(other))
  const { quotes, chosen, choices } = readCosts(one)
  expect(quotes.map(({ id }) => id).sort()).toEqual([first, second].sort())
  expect([first, second]).toContain(chosen)
  expect(choices).toMatchObject({ vendorShare: 60, legal: false })
})

test('a quote corrected by one while another takes it out is there again, and a choice of what is gone is none', () => {
  const [one, other] = two()
  const id = randomRowId()
  addQuote(one, id, quote)
  chooseQuote(one, id)
  sync(one, other)
  removeQuote(one, id)
  expect(readCosts(one)).toMatchObject({ quotes: [], chosen: null })
  setQuote(other, id, { ...quote, amount: 2900 })
  sync(one, other)
  expect(readCosts(one).quotes).toMatchObject([{ id, amount: 2900, vendor: quote.vendor }])
  expect(readCosts(one)).toEqual(readCosts(other))
})

test('a quote taken out and brought back by whoever did it is the one it was, and chosen as it was', () => {
  const doc = new Y.Doc()
  const id = randomRowId()
  addQuote(doc, id, quote)
  chooseQuote(doc, id)
  removeQuote(doc, id)
  addQuote(doc, id, quote)
  expect(readCosts(doc)).toMatchObject({ quotes: [{ id, ...quote }], chosen: id })
})

test('a quote needs a vendor and figures that can be meant, and a brief holds fifty', () => {
  const doc = new Y.Doc()
  expect(addQuote(doc, randomRowId(), { ...quote, vendor: ' ' })).toMatchObject({
    refusal: { code: 'no-vendor' },
  })
  for (const amount of [-1, Number.NaN, limits.quoteAmount + 1])
    expect(addQuote(doc, randomRowId(), { ...quote, amount })).toMatchObject({
      refusal: { code: 'not-an-amount' },
    })
  expect(addQuote(doc, randomRowId(), { ...quote, currency: 'yuan' })).toMatchObject({
    refusal: { code: 'not-a-currency' },
  })
  for (let place = 0; place < limits.quotesPerBrief; place += 1)
    expect(addQuote(doc, randomRowId(), { ...quote, amount: limits.quoteAmount }).ok).toBe(true)
  expect(addQuote(doc, randomRowId(), quote)).toMatchObject({
    refusal: { code: 'too-many-quotes' },
  })
  expect(setQuote(doc, readCosts(doc).quotes[0]?.id ?? randomRowId(), quote).ok).toBe(true)
})
