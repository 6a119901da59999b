/**
 * No bytes make the door for product lists throw, and one file gives one answer. fast-check prints seed and path of a
 * failure; such a seed goes into `examples`.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogueLimits } from '#shared/domain/briefs/catalogue/catalogue-limits.ts'
import { openTableFile } from '#shared/domain/briefs/catalogue/open-table-file.ts'
import { workbookOfXml } from '#test/support/workbook-of.ts'
import { catalogueFiles, fileBytes, readCatalogue, utf8 } from './catalogue-files.ts'

/** Reads twice; checks what holds for every list that is read. */
function readSafely(bytes: Uint8Array): 'read' | 'refused' {
  const answer = readCatalogue(bytes, 'list.csv')
  expect(readCatalogue(bytes.slice(), 'renamed.csv')).toEqual(answer)
  if (!answer.ok) return 'refused'
  const { rows } = answer.value
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
  for (const row of rows) {
    expect(row.sku.trim()).toBe(row.sku)
    expect(row.sku + row.handle + row.name).not.toBe('')
    expect(row.weightGrams === undefined || Number.isFinite(row.weightGrams)).toBe(true)
  }
  return 'read'
}

test('random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => void readSafely(bytes)),
    { numRuns: 300 },
  )
})

test('random tables under a header we know', () => {
  const piece = fc.constantFrom(
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '"',
    ' ',
    '0',
    '1.5',
    'A',
    '货',
    '𠮷',
    '\u{1F600}',
    'Total',
    '__proto__',
    'constructor',
  )
  const header = fc.constantFrom(
    'SKU,name,weight\n',
    'SKU;重量(kg)\n',
    'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Grams\n',
  )
  let read = 0
  fc.assert(
    fc.property(header, fc.array(piece, { maxLength: 120 }), (head, pieces) => {
      if (readSafely(utf8(head + pieces.join(''))) === 'read') read += 1
    }),
    { numRuns: 500 },
  )
  expect(read).toBeGreaterThan(50)
})

test('real files with bytes changed, removed, doubled or cut', () => {
  const files = catalogueFiles.map(fileBytes)
  const change = fc.record({
    kind: fc.constantFrom('set', 'remove', 'double', 'cut'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0, 0x0a, 0x0d, 0x22, 0x2c, 0x3b, 0x09),
    ),
  })
  let read = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      (file, changes) => {
        let bytes = [...file]
        for (const { kind, at, byte } of changes) {
          const place = Math.floor(at * bytes.length)
          if (kind === 'set') bytes[place] = byte
          else if (kind === 'remove') bytes.splice(place, 7)
          else if (kind === 'double') bytes.splice(place, 0, ...bytes.slice(place, place + 60))
          else if (at > 0.5) bytes = bytes.slice(0, place)
        }
        if (readSafely(Uint8Array.from(bytes)) === 'read') read += 1
      },
    ),
    { numRuns: 300 },
  )
  expect(read).toBeGreaterThan(30)
})

test('rows of a workbook that are numbered between two others are rows like any other', () => {
  const rows = Array.from(
    { length: 200_000 },
    (_, at) => `<row r="1.${at}"><c t="str"><v>A${at}</v></c></row>`,
  )
  expect(openTableFile(workbookOfXml(rows.join('')), 'list.xlsx', catalogueLimits)).toMatchObject({
    ok: false,
    refusal: { code: 'too-many-rows' },
  })
  expect(
    openTableFile(workbookOfXml(rows.slice(0, 3).join('')), 'list.xlsx', catalogueLimits),
  ).toMatchObject({
    ok: true,
  })
})

test('two cells of a workbook far apart do not fill the device with the empty ones between', () => {
  const far = '<row r="1"><c r="BXX1" t="str"><v>SKU</v></c></row>'
  const opened = openTableFile(
    workbookOfXml(`${far}<row r="50000"><c r="A50000" t="str"><v>x</v></c></row>`),
    'list.xlsx',
    catalogueLimits,
  )
  if (!opened.ok) throw new Error(opened.refusal.code)
  const [sheet] = opened.value.sheets
  expect(sheet?.rows.length).toBe(50_000)
  expect(sheet?.rows[1]?.cells).toBe(sheet?.rows[2]?.cells)
})
