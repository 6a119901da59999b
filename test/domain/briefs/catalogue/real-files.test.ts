import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { catalogueFiles, fileBytes, fileText, read } from './catalogue-files.ts'

const Expected = z.record(
  z.string(),
  z.object({
    encoding: z.string(),
    delimiter: z.string(),
    fileRows: z.number(),
    products: z.number(),
    pictureRows: z.number(),
    handles: z.number(),
    skus: z.number(),
    problems: z.array(
      z.object({ row: z.nullable(z.number()), column: z.nullable(z.string()), code: z.string() }),
    ),
  }),
)
const expected = Expected.parse(JSON.parse(fileText('expected.json')))

describe.each(catalogueFiles)('%s', (name) => {
  const facts = expected[name]
  const catalogue = read(fileBytes(name))
  const distinct = (values: readonly string[]): number =>
    new Set(values.filter((value) => value !== '')).size

  test('is read in its own encoding and delimiter', () => {
    expect([catalogue.encoding, catalogue.delimiter]).toEqual([facts?.encoding, facts?.delimiter])
  })

  test('becomes as many products as it lists, each with a key of its own', () => {
    expect(catalogue.rows.length).toBe(facts?.products)
    expect(distinct(catalogue.rows.map((row) => row.key))).toBe(facts?.products)
    expect(distinct(catalogue.rows.map((row) => row.handle))).toBe(facts?.handles)
    expect(distinct(catalogue.rows.map((row) => row.sku))).toBe(facts?.skus)
  })

  test('has exactly the known problems in the columns we take over', () => {
    const found = catalogue.problems.map(({ rowNumber, column, code }) => ({
      row: rowNumber,
      column,
      code,
    }))
    expect(found).toEqual(facts?.problems)
  })

  test('accounts for every row of the file', () => {
    const leftOut = new Set(
      catalogue.problems.flatMap((problem) =>
        problem.rowNumber !== null && !problem.imported ? [problem.rowNumber] : [],
      ),
    )
    const pictures = catalogue.problems.find((problem) => problem.code === 'picture-rows')
    const pictureRows = pictures?.rowNumber === null ? pictures.count : 0
    expect(pictureRows).toBe(facts?.pictureRows)
    expect(catalogue.rows.length + leftOut.size + pictureRows).toBe(facts?.fileRows)
  })
})

test('the three Shopify files have 84 rows: 66 products and 18 further pictures of them', () => {
  const shopify = catalogueFiles.filter((name) => name.startsWith('shopify'))
  const sum = (pick: 'fileRows' | 'products' | 'pictureRows'): number =>
    shopify.reduce((total, name) => total + (expected[name]?.[pick] ?? 0), 0)
  expect([sum('fileRows'), sum('products'), sum('pictureRows')]).toEqual([84, 66, 18])
  expect(shopify.flatMap((name) => read(fileBytes(name)).rows).length).toBe(66)
})

test('a four-byte character and the euro sign of a GBK file are kept', () => {
  const rows = read(fileBytes('sku-list-gbk.csv')).rows
  expect(rows.find((row) => row.rowNumber === 9)?.name).toBe('单手开盖保温杯（𠮷字礼盒款）')
  expect(rows.find((row) => row.rowNumber === 18)?.name).toBe('前扣狗胸背（镕岩橙，附€价签）')
})

test('weights of a GBK file are grams, and a weight that is no number leaves the product', () => {
  const rows = read(fileBytes('sku-list-gbk.csv')).rows
  const weightAt = (rowNumber: number): number | undefined =>
    rows.find((row) => row.rowNumber === rowNumber)?.weightGrams
  expect([weightAt(2), weightAt(35), weightAt(43)]).toEqual([280, 1045, undefined])
})

test('the first of two rows with one SKU is kept, and both row numbers are told', () => {
  const { rows, problems } = read(fileBytes('messy.csv'))
  expect(rows.filter((row) => row.sku === 'TB-HAR-S-NVY').map((row) => row.rowNumber)).toEqual([3])
  expect(problems.find((problem) => problem.code === 'duplicate-sku')).toMatchObject({
    rowNumber: 6,
    firstRow: 3,
  })
})

test('a SKU is text: leading zeros stay, spaces at its ends go', () => {
  const skus = read(fileBytes('messy.csv')).rows.map((row) => row.sku)
  expect(skus).toContain('00042')
  expect(skus).toContain('42')
  expect(skus).toContain('QL-YGA-SET3-SGE')
})

test('a variant takes title and type from the first row of its handle', () => {
  const row = read(fileBytes('shopify-jewelery.csv')).rows.find(({ rowNumber }) => rowNumber === 23)
  expect(row).toMatchObject({
    name: 'Gemstone Necklace · Purple',
    category: 'Necklace',
    options: 'Colour=Purple',
    key: 'handle:gemstone|Colour=Purple',
  })
})
