/** Number cells as people write them: thousands, decimal commas, currency signs. What was interpreted is said. */
import type { CellCode } from './catalogue.ts'

export interface NumberRead {
  readonly value: number
  readonly remark?: CellCode
}

export function readNumber(digits: string, decimal: '.' | ','): NumberRead | undefined {
  if (/^\d+$/.test(digits)) return { value: Number(digits) }
  // Written as if the decimal sign were a point; the file's own habit is put back below.
  const swap = (text: string): string => text.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ','))
  const pointed = decimal === '.' ? digits : swap(digits)
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(pointed)) {
    const value = Number(pointed.replaceAll(',', ''))
    return {
      value,
      remark: pointed.includes('.') ? 'thousands-and-decimal' : 'thousands-separator',
    }
  }
  if (/^\d+\.\d+$/.test(pointed)) return { value: Number(pointed) }
  if (!/^\d+,\d+$/.test(pointed)) return undefined
  const value = Number(pointed.replace(',', '.'))
  return decimal === '.' ? { value, remark: 'decimal-comma' } : { value }
}

const CURRENCY = '(?:[¥$€£₩฿]|CNY|RMB|USD|EUR|GBP|JPY|HKD|元)'
const PRICE = new RegExp(`^(${CURRENCY})?\\s*([\\d.,]+)\\s*(${CURRENCY})?$`, 'i')

/** A price or a count: its remark, or none. `isPrice`: a currency sign may stand in the cell. */
export function numberRemark(
  cell: string,
  decimal: '.' | ',',
  isPrice: boolean,
): CellCode | undefined {
  const text = cell.normalize('NFKC').trim()
  if (text === '') return undefined
  const parts = text.length <= 40 ? PRICE.exec(text) : null
  const [, before, digits = '', after] = parts ?? []
  const hasSign = before !== undefined || after !== undefined
  const number = readNumber(digits, decimal)
  if (number === undefined || (hasSign && !isPrice)) return 'bad-number'
  return number.remark ?? (hasSign ? 'currency-in-cell' : undefined)
}
