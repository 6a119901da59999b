import { expect, test } from 'vitest'
import { readGrams } from '#shared/domain/briefs/catalogue/grams.ts'

test.each([
  ['280', { grams: 280 }],
  ['280.5', { grams: 280.5 }],
  ['', {}],
  ['0', { grams: 0, remark: 'zero-value' }],
  ['1,045', { grams: 1045, remark: 'thousands-separator' }],
  ['1,234.50', { grams: 1234.5, remark: 'thousands-and-decimal' }],
  ['34,90', { grams: 34.9, remark: 'decimal-comma' }],
  ['318 g', { grams: 318, remark: 'unit-in-cell' }],
  ['0.28kg', { grams: 280, remark: 'unit-in-cell' }],
  ['３１８克', { grams: 318, remark: 'unit-in-cell' }],
  ['约430', { remark: 'bad-number' }],
  ['-5', { remark: 'bad-number' }],
  ['12 oz', { remark: 'bad-number' }],
  ['1.2.3', { remark: 'bad-number' }],
  ['9'.repeat(50), { remark: 'bad-number' }],
  ['6901234567890', { remark: 'bad-number' }],
])('a weight cell "%s" is read, or its problem named', (cell, expected) => {
  expect(readGrams(cell, 1, '.')).toEqual(expected)
})

test('where the comma is the decimal sign, a point parts thousands', () => {
  expect(readGrams('1.234,50', 1, ',')).toEqual({ grams: 1234.5, remark: 'thousands-and-decimal' })
  expect(readGrams('12,5', 1, ',')).toEqual({ grams: 12.5 })
  expect(readGrams('1.234', 1, ',')).toEqual({ grams: 1234, remark: 'thousands-separator' })
})

test('a column in kilograms gives grams', () => {
  expect(readGrams('0.28', 1000, '.')).toEqual({ grams: 280 })
  expect(readGrams('280 g', 1000, '.')).toEqual({ grams: 280, remark: 'unit-in-cell' })
})
