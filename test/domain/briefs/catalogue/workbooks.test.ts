/** What a workbook says beyond texts, and workbooks made to hurt. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogueLimits } from '#shared/domain/briefs/catalogue/catalogue-limits.ts'
import { dayOfSerial } from '#shared/domain/briefs/catalogue/xlsx/dates.ts'
import { partsOf, workbookOf, workbookOfXml, zipped } from '#test/support/workbook-of.ts'
import { fileBytes, read, readCatalogue, refusalOf } from './catalogue-files.ts'

const row = (...cells: string[]): string =>
  `<row>${cells.map((cell) => (cell.startsWith('<c') ? cell : `<c t="str"><v>${cell}</v></c>`)).join('')}</row>`

test('a number of nineteen digits keeps them where the file does, and what Excel broke is told', () => {
  const { rows, problems } = read(
    workbookOfXml(
      row('SKU', 'Barcode') +
        row('A', '<c><v>6901234567890123456</v></c>') +
        row('B', '<c><v>6.9012345678901235E+18</v></c>'),
    ),
  )
  expect(rows.map(({ barcode }) => barcode)).toEqual(['6901234567890123456', ''])
  expect(problems.map(({ code }) => code)).toEqual(['too-long-barcode', 'scientific-notation'])
})

test('a decimal is what a spreadsheet shows, not what it stores', () => {
  const weight = '<c><v>0.30000000000000004</v></c>'
  const { rows } = read(workbookOfXml(row('SKU', '重量(kg)') + row('A', weight)))
  expect(rows[0]?.weightGrams).toBe(300)
})

test('cells of Excel that other programs write otherwise: no addresses, line breaks written out, readings of characters', () => {
  const text =
    '<c t="inlineStr"><is><r><t>收纳</t></r><r><t>箱_x000D_&#10;大</t></r><rPh sb="0" eb="1"><t>ショウ</t></rPh></is></c>'
  const { rows } = read(workbookOfXml(row('SKU', '品名') + row('A', text)))
  expect(rows[0]?.name).toBe('收纳箱\n大')
})

test('days are counted as Excel counts them, from 1900 or from 1904', () => {
  expect([dayOfSerial(46357, false), dayOfSerial(44895, true)]).toEqual([
    '2026-12-01',
    '2026-12-01',
  ])
  expect([dayOfSerial(-1, false), dayOfSerial(1e12, false)]).toEqual([null, null])
})

test('a formula is never run and never kept: its last value is', () => {
  const formula = '<c t="str"><f>HYPERLINK("https://example.com")</f><v>Mug</v></c>'
  const { rows, problems } = read(
    workbookOfXml(row('SKU', 'Name', 'Note') + row('A', formula, "=cmd|' /C calc'!A0")),
  )
  expect(rows[0]).toMatchObject({ name: 'Mug', note: "=cmd|' /C calc'!A0" })
  expect(problems.map(({ code, column }) => [code, column])).toEqual([['formula-like', 'Note']])
})

test('a bomb is let go of before it is unpacked, whatever it says of its own size', () => {
  const limits = { ...catalogueLimits, maxUnpacked: 100_000 }
  const bomb = workbookOf([['SKU'], ['A']], 5_000_000)
  expect(refusalOf(bomb, limits)).toBe('workbook-too-large')
  const lying = bomb.slice()
  // Sizes in the headers of entries and in the directory: 0 for the worksheet.
  const view = new DataView(lying.buffer)
  for (let at = 0; at + 4 <= lying.length; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1, true)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true)
  }
  expect(refusalOf(lying, limits)).toBe('workbook-too-large')
})

test('far too many rows and columns are refused, wherever they stand', () => {
  const limits = { ...catalogueLimits, maxRows: 50, maxColumns: 40 }
  const at = (cell: string): Uint8Array =>
    workbookOfXml(
      `${row('SKU')}<row r="${cell.replace(/\D/g, '')}"><c r="${cell}"><v>1</v></c></row>`,
    )
  expect(refusalOf(at('A51'), limits)).toBe('read')
  expect(refusalOf(at('A52'), limits)).toBe('too-many-rows')
  expect(refusalOf(at('A1000000'), limits)).toBe('too-many-rows')
  expect(refusalOf(at('AN2'), limits)).toBe('read')
  expect(refusalOf(at('AO2'), limits)).toBe('too-many-columns')
  expect(refusalOf(at('ZZZZ2'), limits)).toBe('too-many-columns')
  expect(refusalOf(at('A999999999999999999999'), limits)).toBe('too-many-rows')
})

test('a workbook without sheets, of another kind, cut off or changed says what to do', () => {
  const parts = partsOf('<worksheet><sheetData/></worksheet>')
  expect(refusalOf(zipped(parts, 0))).toBe('empty-file')
  expect(refusalOf(zipped({ 'content.xml': '<office/>' }, 0))).toBe('workbook-save-as-csv')
  const whole = fileBytes('sku-list.xlsx')
  expect(refusalOf(whole.slice(0, whole.length / 2))).toBe('broken-workbook')
  expect(refusalOf(zipped({ ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><a' }, 0))).toBe(
    'broken-workbook',
  )
})

test('hidden sheets are not offered', () => {
  const parts = partsOf('<worksheet><sheetData/></worksheet>')
  const hidden = (parts['xl/workbook.xml'] ?? '').replace(
    'name="List"',
    'name="List" state="hidden"',
  )
  expect(refusalOf(zipped({ ...parts, 'xl/workbook.xml': hidden }, 0))).toBe('empty-file')
})

test('bytes of a workbook changed at random never throw', () => {
  const whole = fileBytes('sku-list.xlsx')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        const answer = readCatalogue(bytes, 'list.xlsx')
        expect(typeof answer.ok).toBe('boolean')
      },
    ),
    { numRuns: 200 },
  )
})

test('entities a workbook defines for itself are not unfolded', () => {
  const laughs = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]>'
  const bytes = zipped(
    partsOf(`${laughs}<worksheet><sheetData>${row('SKU') + row('&y;')}</sheetData></worksheet>`),
    0,
  )
  const answer = readCatalogue(bytes, 'list.xlsx')
  expect(JSON.stringify(answer)).not.toContain('xxxxxxxxxx')
})
