/** The method against what it was published with: every brief, every weight, every word. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import * as z from 'zod/mini'
import { createRandom } from '#shared/lib/random.ts'
import { chosenIn } from '#shared/domain/briefs/quality/chosen.ts'
import { findVague } from '#shared/domain/briefs/quality/find-vague.ts'
import { judgeBrief, type Quality } from '#shared/domain/briefs/quality/judge.ts'
import { qualityItems } from '#shared/domain/briefs/quality/items.ts'
import { vagueWordById, vagueWords } from '#shared/domain/briefs/quality/vague-words.ts'
import { weightsOf } from '#shared/domain/briefs/quality/weights.ts'
import { meanExactly, setSentence } from '#shared/documents/commands/brief-details.ts'
import { toggleTarget } from '#shared/documents/commands/brief-fields.ts'
import { chooseDeliverable, setListRow } from '#shared/documents/commands/brief-lists.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { notesText } from '#shared/documents/readers/notes-text.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { randomActs } from '#test/documents/random-acts.ts'
import { rowIds } from '#test/documents/replicas.ts'
import { briefFixtures, fixtureBrief, readFixture } from '#test/support/fixture-brief.ts'

const flag = z.object({ id: z.string(), text: z.string() })
const weights = z.record(z.string(), z.number())
const method = z
  .object({
    weights: z.array(
      z.object({
        name: z.string(),
        platforms: z.array(z.string()),
        languages: z.array(z.string()),
        category: z.string(),
        deliverables: z.array(z.string()),
        weights,
      }),
    ),
    matches: z.array(z.object({ text: z.string(), flags: z.array(flag) })),
    allowed: z.array(z.object({ word: z.string(), example: z.string() })),
  })
  .parse(JSON.parse(readFileSync('test/fixtures/briefs/method.json', 'utf8')))
const ids = z.array(z.string())
const expected = z
  .object({
    briefs: z.record(
      z.string(),
      z.object({
        score: z.number(),
        base: z.number(),
        penalty: z.number(),
        missing: ids,
        partial: ids,
        hardMissing: ids,
        weights,
        flags: z.array(z.object({ path: z.string(), id: z.string(), text: z.string() })),
        notOffered: ids,
        overMax: ids,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('test/fixtures/briefs/expected.json', 'utf8'))).briefs

/** As the published file writes it. */
function published(doc: Y.Doc, today: string) {
  const brief = readBrief(doc)
  const quality = judgeBrief(brief, notesText(doc), today)
  expect(quality.belowBar).toBe(quality.score < 70)
  const standing = (wanted: string): string[] =>
    quality.items.filter((item) => item.standing === wanted).map(({ id }) => id)
  const pathOf = (place: string): string => {
    const [root, row, column] = place.split('/')
    if (root === 'points')
      return `sellingPoints[${brief.points.findIndex(({ id }) => id === row)}].${column}`
    if (root === 'references')
      return `references[${brief.references.findIndex(({ id }) => id === row)}].${column}`
    return { 'short/hook': 'video.hook', 'text:notes': 'notes' }[place] ?? row ?? place
  }
  return {
    score: quality.score,
    base: quality.base,
    penalty: quality.penalty,
    missing: standing('missing'),
    partial: standing('partial'),
    hardMissing: quality.hardMissing,
    weights: Object.fromEntries(quality.items.map(({ id, weight }) => [id, weight])),
    flags: quality.flags.map(({ place, id, text }) => ({ path: pathOf(place), id, text })),
    notOffered: quality.notOffered.map(
      ({ platform, market, deliverable }) => `${platform}/${market}: ${deliverable}`,
    ),
    overMax: quality.overMost.map(({ deliverable }) => deliverable),
  }
}

test.each(briefFixtures)('%s is judged as published', (name) => {
  const fixture = readFixture(name)
  const doc = fixtureBrief(fixture, rowIds(1))
  expect(published(doc, fixture.filedOn)).toEqual(expected[name])
})

const locales: Readonly<Record<string, string>> = {
  id: 'ID.id-ID',
  en: 'US.en-US',
  de: 'DE.de-DE',
  fr: 'FR.fr-FR',
  it: 'IT.it-IT',
}

test.each(method.weights)(
  'the weights of: $name',
  ({ platforms, languages, category, deliverables, weights: wanted }) => {
    const doc = new Y.Doc()
    const row = rowIds(1)
    addProduct(doc, row(), { sku: 'A', name: 'A', category })
    for (const platform of platforms) {
      for (const language of languages) {
        const [market = '', locale = ''] = locales[language]?.split('.') ?? []
        expect(toggleTarget(doc, { platform, market, locale }, true).ok).toBe(true)
      }
    }
    for (const id of deliverables) expect(chooseDeliverable(doc, id, true).ok).toBe(true)
    expect(Object.fromEntries(weightsOf(chosenIn(readBrief(doc))))).toEqual(wanted)
  },
)

describe('vague words', () => {
  test.each(method.matches)('in: $text', ({ text, flags }) => {
    expect(findVague(text)).toEqual(flags)
  })

  test.each(method.allowed)('“$word” says something in: $example', ({ word, example }) => {
    const own = vagueWords.filter(({ words }) => words.some((one) => one.toLowerCase() === word))
    const found = findVague(example).map(({ id }) => id)
    for (const { id } of own) expect(found).not.toContain(id)
  })

  test('every phrase and variant is found by itself, in full width, too', () => {
    for (const { id, words } of vagueWords) {
      for (const word of words) {
        expect(findVague(word), word).toMatchObject([{ id }])
        expect(findVague(`就要${word}`), word).toMatchObject([{ id }])
      }
    }
    expect(findVague('ＡＳＡＰ')).toEqual([{ id: 'vague.en.69', text: 'ASAP' }])
  })

  test('a Latin word is found between Chinese, never inside another word', () => {
    expect(findVague('做得premium一点')).toMatchObject([{ text: 'premium' }])
    expect(findVague('coolant, funnel, bestow')).toEqual([])
  })
})

const judged = (doc: Y.Doc): Quality => judgeBrief(readBrief(doc), notesText(doc), '2026-11-22')

test('“I mean exactly this” with a reason gives the points back; without one the word is flagged again', () => {
  const doc = new Y.Doc()
  setSentence(doc, 'tone', '大气，左侧柔光')
  const before = judged(doc)
  const [flagged] = before.flags
  if (flagged === undefined) throw new Error('nothing is flagged')
  expect(vagueWordById(flagged.id)?.words).toContain('大气')
  meanExactly(doc, flagged.check, '参考 2 的版式就叫这个名字')
  const meant = judged(doc)
  expect(meant.flags).toEqual([])
  expect(meant.meant).toMatchObject([{ text: '大气', reason: '参考 2 的版式就叫这个名字' }])
  expect(meant.score).toBeGreaterThan(before.score)
  expect(meant.items.find(({ id }) => id === 'tone')?.standing).toBe('satisfied')
  meanExactly(doc, flagged.check, '')
  expect(judged(doc)).toEqual(before)
})

test('what one product cannot have, and what a platform has no room for, is said', () => {
  const doc = new Y.Doc()
  toggleTarget(doc, { platform: 'temu', market: 'US', locale: 'en-US' }, true)
  for (const [id, quantity] of [
    ['short-video', 2],
    ['title', 2],
    ['bullets', 1],
  ] as const) {
    chooseDeliverable(doc, id, true)
    setListRow(doc, 'deliverables', id as RowId, { quantity })
  }
  expect(judged(doc)).toMatchObject({
    notOffered: [{ platform: 'temu', market: 'US', deliverable: 'bullets' }],
    overMost: [
      { platform: 'temu', deliverable: 'short-video', quantity: 2, most: 1 },
      { platform: null, deliverable: 'title', quantity: 2, most: 1 },
    ],
  })
})

test('a date in the past is no date', () => {
  const fixture = readFixture('01-insulated-mug.zh.json')
  const doc = fixtureBrief(fixture, rowIds(1))
  expect(judgeBrief(readBrief(doc), notesText(doc), '2026-12-05').hardMissing).toEqual(['due'])
  expect(judgeBrief(readBrief(doc), notesText(doc), '2026-12-04').hardMissing).toEqual([])
})

test('any brief has a score from 0 to 100 whose weights are 100 together', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 60 }), (seed, steps) => {
      const random = createRandom(seed)
      const row = rowIds(seed)
      const doc = new Y.Doc()
      const texts = ['高大上', '杯', 'make it pop, premium', '👩‍👩‍👧', '']
      for (let step = 0; step < steps; step += 1)
        random.pick(randomActs(doc, random, row, undefined, random.pick(texts)))()
      const { score, base, penalty, items } = judged(doc)
      expect(score).toBe(Math.max(0, base - penalty))
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100)
      expect(items.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
      for (const { points, weight } of items) expect(points).toBeLessThanOrEqual(weight)
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('the method’s ids stand once, and its sentences differ by language', () => {
  for (const all of [qualityItems, vagueWords])
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { missing, label } of qualityItems) {
    expect(missing.zh).toMatch(/\p{Script=Han}/u)
    expect(`${missing.en}${label.en}`).not.toMatch(/\p{Script=Han}/u)
  }
  for (const { zh, en } of vagueWords) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  }
})
