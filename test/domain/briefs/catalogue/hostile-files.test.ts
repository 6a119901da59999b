/**
 * No bytes make the door for product lists throw, and one file gives one answer. fast-check prints seed and path of a
 * failure; such a seed goes into `examples`.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
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
