/**
 * A weight cell → grams, with a remark when it had to be interpreted. `decimal` is the sign the file writes decimals
 * with. No number means the cell said nothing we can use; the row is still a product.
 */
import type { CellCode } from './catalogue.ts'
import { readNumber } from './numbers.ts'

export interface Grams {
  readonly grams?: number
  readonly remark?: CellCode
}

export function readGrams(cell: string, gramsPerUnit: number, decimal: '.' | ','): Grams {
  const text = cell.normalize('NFKC').trim()
  if (text === '') return {}
  const parts = text.length <= 40 ? /^([\d.,]+)\s*(\p{L}*)$/u.exec(text) : null
  const [, digits = '', unit = ''] = parts ?? []
  const factor = unit === '' ? gramsPerUnit : UNITS.get(unit.toLowerCase())
  const number = readNumber(digits, decimal)
  if (number === undefined || factor === undefined) return { remark: 'bad-number' }

  const grams = Math.round(number.value * factor * 1000) / 1000
  if (grams > HEAVIEST_GRAMS) return { remark: 'bad-number' }
  if (grams === 0) return { grams, remark: 'zero-value' }
  const remark = number.remark ?? (unit === '' ? undefined : 'unit-in-cell')
  return remark === undefined ? { grams } : { grams, remark }
}

/** 100 tonnes: above it a number is something else, a barcode in the wrong column for one. */
const HEAVIEST_GRAMS = 100_000_000

const UNITS: ReadonlyMap<string, number> = new Map([
  ...['g', 'gram', 'grams', '克'].map((unit): [string, number] => [unit, 1]),
  ...['kg', 'kilogram', 'kilograms', '千克', '公斤'].map((unit): [string, number] => [unit, 1000]),
])
