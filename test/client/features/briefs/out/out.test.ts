/** A brief on paper in either language, and its products as a table that a spreadsheet reads as text. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { briefSheet } from '#client/features/briefs/out/brief-sheet.ts'
import { productsCsv } from '#client/features/briefs/out/products-csv.ts'
import { outWords } from '#client/features/briefs/out/words.ts'
import { bytesFrom, writeDemoBrief } from '#shared/documents/commands/demo-brief.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { notesLines } from '#shared/documents/readers/notes-text.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { newRowId } from '#shared/domain/briefs/row-ids.ts'
import { demoBriefs } from '#shared/domain/demo/demo-briefs.ts'
import { createRandom } from '#shared/lib/random.ts'

const random = createRandom(3)
const docs = demoBriefs('busy', 3).map((brief) => {
  const doc = new Y.Doc()
  writeDemoBrief(doc, brief, '2026-11-27', random)
  return doc
})

test('every demo brief fits on paper in both languages: headings change, what people wrote does not', () => {
  for (const doc of docs) {
    const brief = readBrief(doc)
    const [zh, en] = (['zh', 'en'] as const).map((into) => briefSheet(brief, notesLines(doc), into))
    expect(zh?.parts.map(({ lines }) => lines.length)).toEqual(
      en?.parts.map(({ lines }) => lines.length),
    )
    for (const sheet of [zh, en]) {
      const said = sheet?.parts.flatMap(({ lines }) => lines).join('\n') ?? ''
      for (const { text, proof } of brief.points) {
        expect(said).toContain(text)
        expect(said).toContain(proof)
      }
      for (const { learn } of brief.references) expect(said).toContain(learn)
      for (const { sku } of brief.products) expect(said).toContain(sku)
    }
    expect(zh?.parts.map(({ title }) => title)).not.toEqual(en?.parts.map(({ title }) => title))
  }
})

test('a product on paper has its category in words, its barcode and its note', () => {
  const doc = new Y.Doc()
  addProduct(doc, newRowId(bytesFrom(random)), {
    sku: 'TB-1',
    category: 'pets',
    barcode: '6901234567890123456',
    note: '样品在前台',
  })
  const lines = (into: 'zh' | 'en') => briefSheet(readBrief(doc), [], into).parts[0]?.lines
  expect(lines('zh')).toEqual(['TB-1 · 宠物用品 · 条码：6901234567890123456 · 样品在前台'])
  expect(lines('en')).toEqual(['TB-1 · Pet supplies · Barcode: 6901234567890123456 · 样品在前台'])
})

test('a cell that looks like a formula stays text in a spreadsheet, and Chinese is read', async () => {
  const doc = new Y.Doc()
  const add = (sku: string, name: string) =>
    addProduct(doc, newRowId(bytesFrom(random)), { sku, name })
  add('=1+1', '便携"咖啡杯"')
  add('00042', '+86')
  const text = await productsCsv(readBrief(doc).products, outWords.zh.columns)
  expect(text.split('\r\n')).toEqual([
    '\ufeffSKU,品名,规格,类目,重量（克）,条码,备注',
    `"'=1+1","便携""咖啡杯""",,,,,`,
    `00042,"'+86",,,,,`,
    '',
  ])
})
