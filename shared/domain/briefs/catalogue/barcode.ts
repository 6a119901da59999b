/** Barcode cells: text for ever, never a number. A GTIN's last digit proves the others. */
import type { CellCode } from './catalogue.ts'

export const isScientific = (text: string): boolean => /^\d(\.\d+)?E\+\d+$/i.test(text)

export function barcodeRemark(text: string): CellCode | undefined {
  if (isScientific(text)) return 'scientific-notation'
  if (!/^\d+$/.test(text)) return undefined
  if (text.length > 14) return 'too-long-barcode'
  return [8, 12, 13, 14].includes(text.length) && !hasRightCheckDigit(text)
    ? 'bad-check-digit'
    : undefined
}

/** GS1: from the right, weights 3 and 1 in turn; all together end in 0. */
function hasRightCheckDigit(digits: string): boolean {
  const last = digits.length - 1
  let sum = 0
  for (let at = 0; at < digits.length; at += 1)
    sum += Number(digits[at]) * ((last - at) % 2 === 0 ? 1 : 3)
  return sum % 10 === 0
}
