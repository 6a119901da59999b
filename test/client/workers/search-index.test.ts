/** What is written on this device is found on it: title, products, points, notes; and what is gone is not. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB, type IDBPDatabase } from 'idb'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { databaseVersion, makeStores, type WorkspaceDatabase } from '#client/replica/disk-schema.ts'
import { createSearchIndex } from '#client/workers/search-index.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { addPoint } from '#shared/documents/commands/brief-points.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { summarise } from '#shared/documents/readers/summarise.ts'
import { newId, type DocName, type RowId } from '#shared/lib/ids.ts'

let database: IDBPDatabase<WorkspaceDatabase>
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  database = await openDB<WorkspaceDatabase>('asterism:search', databaseVersion, {
    upgrade: (made) => makeStores(made),
  })
})

const name = (letter: string): DocName =>
  `brief-${newId((bytes) => void bytes.fill(letter.charCodeAt(0)))}` as DocName
const row = (letter: string): RowId => letter.repeat(16) as RowId

async function keep(doc: DocName, changedAt: number, write: (doc: Y.Doc) => void): Promise<void> {
  const made = new Y.Doc()
  write(made)
  await database.put('snap', { doc, bytes: Y.encodeStateAsUpdate(made), k: changedAt })
  await database.put('index', { doc, summary: summarise(doc, made), changedAt, isHere: true })
}
const mug = name('a')
const harness = name('b')

async function two(): Promise<ReturnType<typeof createSearchIndex>> {
  await keep(mug, 1, (doc) => {
    setTitle(doc, '便携咖啡杯 首批 12 款')
    addProduct(doc, row('1'), { sku: 'CUP-350-GRN', name: '陶瓷内胆咖啡杯 350 ml 苔绿' })
    addPoint(doc, row('2'), '倒置 30 秒不漏，随包通勤')
  })
  await keep(harness, 2, (doc) => {
    setTitle(doc, 'Dog harness, reflective range')
    addPoint(doc, row('3'), 'Seen from 120 m in headlights')
  })
  const index = createSearchIndex()
  await index.refresh(database)
  return index
}

test('a brief is found by its title, a SKU, a selling point, in Chinese and English', async () => {
  const index = await two()
  const names = (asked: string): DocName[] => index.find(asked, 9).map((found) => found.name)
  expect(names('咖啡杯')).toEqual([mug])
  expect(names('cup-350')).toEqual([mug])
  expect(names('通勤')).toEqual([mug])
  expect(names('HEADLIGHT')).toEqual([harness])
  expect(names('harnes reflectve')).toEqual([harness])
  expect(names('咖啡 headlights')).toEqual([])
  expect(names('，')).toEqual([])
})

test('what was found shows the line it stands in', async () => {
  const index = await two()
  expect(index.find('不漏', 9)[0]?.excerpt).toEqual({
    before: '倒置 30 秒',
    match: '不漏',
    after: '，随包通勤',
  })
  // In the title, which is shown anyway.
  expect(index.find('便携', 9)[0]?.excerpt).toBeNull()
})

test('a change is taken up, what is gone is forgotten, and a card is found by its title', async () => {
  const index = await two()
  await keep(mug, 3, (doc) => setTitle(doc, '随行杯'))
  await database.delete('index', harness)
  const far = name('c')
  const summary = {
    kind: 'brief',
    title: '护眼台灯',
    chooseTitle: false,
    products: 1,
    markets: [],
    wantedBy: null,
    rush: 'standard',
  }
  await database.put('index', { doc: far, summary, changedAt: 4, isHere: false })
  await index.refresh(database)
  expect(index.find('咖啡', 9)).toEqual([])
  expect(index.find('随行', 9).map((found) => found.name)).toEqual([mug])
  expect(index.find('harness', 9)).toEqual([])
  expect(index.find('台灯', 9)).toEqual([{ name: far, title: '护眼台灯', excerpt: null }])
})
