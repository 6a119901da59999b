/** What an accepted brief comes to as tasks, counted exactly. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Target } from '#shared/domain/briefs/brief.ts'
import { targetKey } from '#shared/domain/briefs/target-key.ts'
import { breakDown, masterOf, type Cell } from '#shared/domain/tasks/break-down.ts'
import { compareTasks, type TaskThere } from '#shared/domain/tasks/compare-tasks.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { taskTopic } from '#shared/domain/tasks/task-id.ts'
import { setDetail } from '#shared/documents/commands/brief-details.ts'
import { toggleTarget } from '#shared/documents/commands/brief-fields.ts'
import { chooseDeliverable, setListRow } from '#shared/documents/commands/brief-lists.ts'
import { addProduct, setProductField } from '#shared/documents/commands/brief-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import type { RowId, Topic } from '#shared/lib/ids.ts'
import { rowIds } from '#test/documents/replicas.ts'

const topic = 'b'.repeat(26) as Topic
const target = (platform: string, market: string, locale: string): Target => ({
  ...{ platform, market, locale },
})
const us = target('amazon', 'US', 'en-US')
const de = target('amazon', 'DE', 'de-DE')
const shop = target('shopify', 'DE', 'de-DE')

interface Ordered {
  readonly products?: number
  readonly deliverables?: Readonly<Record<string, number>>
  readonly targets?: readonly Target[]
  readonly source?: string
}
function briefOf({ products = 1, deliverables = { bullets: 1 }, targets = [us], source }: Ordered) {
  const doc = new Y.Doc()
  const newId = rowIds(7)
  for (let n = 0; n < products; n += 1) addProduct(doc, newId(), { sku: `MUG-${n}`, name: 'Mug' })
  for (const one of targets) toggleTarget(doc, one, true)
  const [lead] = targets
  if (lead !== undefined) setDetail(doc, 'leadTarget', targetKey(lead))
  setDetail(doc, 'sourceLanguage', source ?? 'en')
  for (const [id, quantity] of Object.entries(deliverables)) {
    chooseDeliverable(doc, id, true)
    setListRow(doc, 'deliverables', id as RowId, { quantity })
  }
  return doc
}
function cellsOf(ordered: Ordered): readonly Cell[] {
  const done = breakDown(readBrief(briefOf(ordered)), topic, defaultSop)
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value
}
const waysOf = (cells: readonly Cell[]) =>
  cells.map(({ path, platform, locale, translates }) =>
    [path, platform, locale, translates ? 'translated' : ''].filter(Boolean).join(' '),
  )

test('one language and platform is one task that walks the whole path, translated where the source is another', () => {
  expect(waysOf(cellsOf({}))).toEqual(['whole amazon en-US'])
  expect(waysOf(cellsOf({ source: 'zh' }))).toEqual(['whole amazon en-US translated'])
})

test('a master for each product and slot, an adaptation for each further language and platform', () => {
  const cells = cellsOf({
    products: 2,
    deliverables: { bullets: 1, 'secondary-image': 3 },
    targets: [us, de, target('amazon', 'GB', 'en-GB')],
  })
  expect(cells).toHaveLength(2 * 4 * 3)
  expect(cells.filter((cell) => masterOf(cell) === null)).toHaveLength(2 * 4)
  expect(waysOf(cells.slice(0, 3))).toEqual([
    'whole amazon en-US',
    'adaptation amazon de-DE translated',
    'adaptation amazon en-GB',
  ])
  expect(new Set(cells.map((cell) => cell.topic)).size).toBe(cells.length)
  // A source that nobody sells in is a master of its own, and every listing an adaptation.
  expect(waysOf(cellsOf({ source: 'zh', targets: [us, de] }))).toEqual([
    'master',
    'adaptation amazon en-US translated',
    'adaptation amazon de-DE translated',
  ])
})

test('a platform without room for a slot gets no task for it, and markets of one language share theirs', () => {
  const cells = cellsOf({ deliverables: { bullets: 1, title: 1 }, targets: [us, shop] })
  expect(waysOf(cells)).toEqual([
    'whole amazon en-US',
    'whole amazon en-US',
    'adaptation shopify de-DE translated',
  ])
  const ru = [target('ozon', 'RU', 'ru-RU'), target('ozon', 'KZ', 'ru-KZ')]
  expect(cellsOf({ targets: [us, ...ru], deliverables: { title: 1 } })).toHaveLength(3)
  const [one] = ru
  if (one === undefined) throw new Error('no target')
  const same = [us, one, { ...one, market: 'KZ' }]
  expect(cellsOf({ targets: same, deliverables: { title: 1 } })).toHaveLength(2)
})

test('a corrected SKU changes no id, and the id names nothing a person typed', () => {
  const doc = briefOf({ products: 2, targets: [us, de] })
  const topicsNow = (): readonly string[] => {
    const done = breakDown(readBrief(doc), topic, defaultSop)
    return done.ok ? done.value.map((cell) => cell.topic) : []
  }
  const before = topicsNow()
  const [product] = readBrief(doc).products
  if (product === undefined) throw new Error('no product')
  setProductField(doc, product.id, { sku: 'MUG-CORRECTED' })
  expect(topicsNow()).toEqual(before)
  const key = { product: product.id, deliverable: 'title', ordinal: 1, locale: '', platform: '' }
  expect(taskTopic({ ...key, brief: topic })).not.toBe(taskTopic({ ...key, brief: 'c'.repeat(26) }))
})

test('3,600 tasks are made; a matrix of 100 × 20 × 10 × 6 is refused with its count before any is', () => {
  const platforms = ['amazon', 'shopify', 'independent-site']
  const markets = [
    ['US', 'en-US'],
    ['DE', 'de-DE'],
    ['FR', 'fr-FR'],
    ['IT', 'it-IT'],
  ] as const
  const targets = platforms.flatMap((platform) =>
    markets.map(([market, locale]) => target(platform, market, locale)),
  )
  const many = { products: 60, deliverables: { 'main-image': 1, 'secondary-image': 4 }, targets }
  expect(cellsOf(many)).toHaveLength(60 * 5 * 12)
  const huge = breakDown(
    readBrief(briefOf({ ...many, products: 100, deliverables: { 'secondary-image': 8 } })),
    topic,
    defaultSop,
  )
  expect(huge).toEqual({
    ok: false,
    refusal: { code: 'too-many-tasks', count: 100 * 8 * 12, limit: 5_000 },
  })
})

test('what a brief lacks to be broken down is said', () => {
  const lacks = (ordered: Ordered) => {
    const done = breakDown(readBrief(briefOf(ordered)), topic, defaultSop)
    return done.ok ? null : done.refusal.code
  }
  expect(lacks({ products: 0 })).toBe('no-products')
  expect(lacks({ targets: [] })).toBe('no-targets')
  expect(lacks({ deliverables: {} })).toBe('no-deliverables')
})

const thereOf = (cells: readonly Cell[], retired = false): TaskThere[] =>
  cells.map((cell) => ({ topic: cell.topic, summary: { ...cell, retired } }))

test('a brief that changed offers what to add and what to retire, and breaking down again adds nothing', () => {
  const before = cellsOf({ products: 2, targets: [us, de], deliverables: { bullets: 1 } })
  expect(compareTasks(before, thereOf(before))).toEqual({
    ...{ add: [], bringBack: [], retire: [], kept: 4 },
  })
  const after = cellsOf({ products: 3, targets: [us], deliverables: { bullets: 1 } })
  const changes = compareTasks(after, thereOf(before))
  expect(changes.add.map(({ sku }) => sku)).toEqual(['MUG-2'])
  expect(changes.retire).toEqual(
    before.filter(({ locale }) => locale === 'de-DE').map((c) => c.topic),
  )
  expect(changes.kept).toBe(2)
  // Wanted again: those that were retired come back, with their log.
  expect(compareTasks(before, thereOf(before, true)).bringBack).toHaveLength(4)
})

test('a listing that a whole task makes already is not made a second time', () => {
  const alone = cellsOf({ source: 'zh', targets: [us] })
  const changes = compareTasks(cellsOf({ source: 'zh', targets: [us, de] }), thereOf(alone))
  expect(changes.add.map(({ locale }) => locale)).toEqual(['de-DE'])
  expect(changes.retire).toEqual([])
})
