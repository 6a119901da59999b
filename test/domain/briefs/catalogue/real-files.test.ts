/**
 * Real lists as shops and suppliers send them, against what a person found in them by hand (test/fixtures/catalogue/expected.json).
 * Where that contradicts itself the rows decide, and a test below says how.
 */
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { severityOf } from '#shared/domain/briefs/catalogue/severity.ts'
import { catalogueFiles, fileBytes, fileText, read } from './catalogue-files.ts'

const Facts = z.object({
  rows: z.number(),
  skus: z.number(),
  handles: z.optional(z.number()),
  importableRows: z.optional(z.number()),
  ignoredRows: z.optional(z.array(z.object({ row: z.number(), why: z.string() }))),
  flattenedHeader: z.optional(z.array(z.string())),
  headerRow: z.optional(z.number()),
  headerRows: z.optional(z.array(z.number())),
  problems: z.array(
    z.object({
      row: z.nullable(z.number()),
      column: z.nullable(z.string()),
      code: z.string(),
      count: z.optional(z.number()),
    }),
  ),
})
const Expected = z.object({
  severity: z.object({ error: z.array(z.string()) }),
  files: z.record(
    z.string(),
    z.union([
      z.object({
        encoding: z.string(),
        sheets: z.record(z.string(), Facts),
      }),
      z.intersection(z.object({ encoding: z.string(), delimiter: z.string() }), Facts),
    ]),
  ),
})
const expected = Expected.parse(JSON.parse(fileText('expected.json')))

interface SheetFacts {
  readonly name: string
  readonly sheet: string
  readonly at: number
  readonly encoding: string
  readonly delimiter: string | null
  readonly facts: z.infer<typeof Facts>
}

const sheets = catalogueFiles.flatMap((name): SheetFacts[] => {
  const facts = expected.files[name]
  if (facts === undefined) throw new Error(`${name} is not among what is expected`)
  const about = { name, encoding: facts.encoding }
  return 'sheets' in facts
    ? Object.entries(facts.sheets).map(([sheet, one], at) => ({
        ...about,
        sheet: `${name} ${sheet}`,
        at,
        delimiter: null,
        facts: one,
      }))
    : [{ ...about, sheet: name, at: 0, delimiter: facts.delimiter, facts }]
})

test('every file that is expected is read', () => {
  expect([...catalogueFiles].sort()).toEqual(Object.keys(expected.files).sort())
})

describe.each(sheets)('$sheet', ({ name, at, encoding, delimiter, facts }) => {
  const catalogue = read(fileBytes(name), undefined, { sheet: at })
  const leftOut = new Set(
    catalogue.problems.flatMap((problem) =>
      problem.rowNumber !== null && !problem.imported ? [problem.rowNumber] : [],
    ),
  )
  const distinct = (values: readonly string[]): number =>
    new Set(values.filter((value) => value !== '')).size

  test('is read in its own encoding, with its own delimiter and header', () => {
    expect([catalogue.encoding, catalogue.delimiter]).toEqual([encoding, delimiter])
    expect(catalogue.headerRow).toBe(facts.headerRow ?? facts.headerRows?.at(-1))
    if (facts.flattenedHeader !== undefined) expect(catalogue.titles).toEqual(facts.flattenedHeader)
  })

  test('has exactly the known problems, each in its row and column', () => {
    const found = catalogue.problems
      .filter((problem) => severityOf(problem) !== 'note')
      .map((problem) => ({
        row: problem.rowNumber,
        column: problem.column,
        code: problem.code,
        ...('count' in problem ? { count: problem.count } : {}),
      }))
    // A count of none is no problem.
    const known = facts.problems.filter(({ count }) => count !== 0)
    expect(inOrder(found)).toEqual(inOrder(known))
  })

  test('calls errors what is known to be an error', () => {
    for (const problem of catalogue.problems)
      expect([problem.code, severityOf(problem) === 'error']).toEqual([
        problem.code,
        expected.severity.error.includes(problem.code),
      ])
  })

  test('accounts for every row: products, rows left out for a reason, further pictures', () => {
    const pictures = catalogue.problems.find((problem) => problem.code === 'picture-rows')
    const pictureRows = pictures?.rowNumber === null ? pictures.count : 0
    const ignored = catalogue.problems.filter(
      ({ code }) => code === 'blank-row' || code === 'totals-row',
    ).length
    expect(catalogue.rows.length + leftOut.size - ignored + pictureRows).toBe(facts.rows)
    if (facts.importableRows !== undefined) expect(catalogue.rows.length).toBe(facts.importableRows)
    for (const { row } of facts.ignoredRows ?? []) expect(leftOut).toContain(row)
  })

  test('gives each product a key of its own, by its SKU or its handle', () => {
    expect(distinct(catalogue.rows.map(({ key }) => key))).toBe(catalogue.rows.length)
    if (facts.handles !== undefined)
      expect(distinct(catalogue.rows.map(({ handle }) => handle))).toBe(facts.handles)
    if (name !== 'amazon-flat-file.txt')
      expect(distinct(catalogue.rows.map(({ sku }) => sku))).toBe(facts.skus)
  })
})

const inOrder = <T extends { row: number | null; column: string | null; code: string }>(
  problems: readonly T[],
): T[] =>
  problems.toSorted((a, b) =>
    `${a.row ?? 0}`.padStart(6, '0') + a.code + a.column >
    `${b.row ?? 0}`.padStart(6, '0') + b.code + b.column
      ? 1
      : -1,
  )

describe('where what is known contradicts itself, the rows decide', () => {
  test('a number that is none costs its cell, not its row: messy.csv counts 26 rows to import, its twelve pieces among them', () => {
    const messy = read(fileBytes('messy.csv'))
    expect(messy.rows.find(({ rowNumber }) => rowNumber === 22)?.sku).toBe('QL-YGA-SET3-PNK')
    const gbk = read(fileBytes('sku-list-gbk.csv'))
    const row = gbk.rows.find(({ rowNumber }) => rowNumber === 43)
    expect(row).toMatchObject({ sku: 'QL-BOX-30L-GRY' })
    expect(row?.weightGrams).toBeUndefined()
  })

  test('a row that asks to delete its product, and a child without its parent, come to nothing: 38 of 40 are products', () => {
    const rows = read(fileBytes('amazon-flat-file.txt')).rows.map(({ rowNumber }) => rowNumber)
    expect(rows).not.toContain(30)
    expect(rows).not.toContain(16)
    expect(rows).toHaveLength(38)
  })

  test('18 rows of the jewelery file only add a picture: they have no SKU either, and are no products', () => {
    const { rows, problems } = read(fileBytes('shopify-jewelery.csv'))
    expect(rows).toHaveLength(23)
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'picture-rows', count: 18, rowNumber: null }),
    )
  })
})

test('the cells of a clipboard keep quotation marks, tabs and line breaks', () => {
  const { rows } = read(fileBytes('clipboard-from-excel.txt'))
  const noteAt = (row: number) => rows.find(({ rowNumber }) => rowNumber === row)?.note
  expect(noteAt(5)).toBe('盖子是新模具，印 "Quenlo" 字样')
  expect(noteAt(11)).toBe('尺寸：\t见图纸')
  expect(noteAt(16)).toBe('第一行\n\n第三行')
})

test('barcodes are text: nineteen digits stay apart, and one that Excel has broken is not taken', () => {
  const { rows } = read(fileBytes('messy.csv'))
  const barcodeAt = (row: number) => rows.find(({ rowNumber }) => rowNumber === row)?.barcode
  expect([barcodeAt(14), barcodeAt(15), barcodeAt(24)]).toEqual([
    '6901234567890123456',
    '6901234567890123457',
    '',
  ])
})

test('a merged category holds for all of its rows, and what is in a formula is the value it had', () => {
  const { rows } = read(fileBytes('sku-list.xlsx'))
  const at = (row: number) => rows.find(({ rowNumber }) => rowNumber === row)
  expect([at(4)?.category, at(11)?.category, at(12)?.category, at(123)?.category]).toEqual([
    '厨房用品',
    '厨房用品',
    '宠物用品',
    at(121)?.category,
  ])
  expect(at(40)?.weightGrams).toBe(318)
  expect(at(4)?.options).toBe('颜色=黑 / 尺寸=5KG')
})

test('a four-byte character and the euro sign of a GBK file are kept', () => {
  const rows = read(fileBytes('sku-list-gbk.csv')).rows
  expect(rows.find((row) => row.rowNumber === 9)?.name).toBe('单手开盖保温杯（𠮷字礼盒款）')
  expect(rows.find((row) => row.rowNumber === 18)?.name).toBe('前扣狗胸背（镕岩橙，附€价签）')
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

test('a variant takes title and type from the first row of its handle, and a SKU is proposed for it', () => {
  const row = read(fileBytes('shopify-jewelery.csv')).rows.find(({ rowNumber }) => rowNumber === 23)
  expect(row).toMatchObject({
    name: 'Gemstone Necklace · Purple',
    category: 'Necklace',
    options: 'Colour=Purple',
    sku: '',
    proposedSku: 'GEMSTONE-PURPLE',
    key: 'handle:gemstone|Colour=Purple',
  })
})
