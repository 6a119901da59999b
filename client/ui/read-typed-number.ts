/**
 * A number as people type it: with the separators of their language, full-width digits and marks from Chinese input methods,
 * Arabic, Indian or Thai digits. Pure. What can be read two ways is read as the language writes it.
 */
const zeros = [0x0660, 0x06f0, 0x0966, 0x0e50] as const
const foreignDigit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g

/** Null for what is no number; a caller asks about empty text itself. */
export function readTypedNumber(text: string, locale: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(foreignDigit, (digit) => String(digitOf(digit.charCodeAt(0))))
    .replace(/[。٫]/g, '.')
    .replace(/[、٬]/g, ',')
    .replaceAll('−', '-')
    // Spaces and apostrophes only ever group digits.
    .replace(/[\s'’]/g, '')
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(plain)) return null
  const decimal = decimalOf(plain, separatorsOf(locale))
  if (decimal === null) return null
  const [whole = '', ...parts] =
    decimal === '' ? [plain.replace(/[.,]/g, '')] : plain.split(decimal)
  if (parts.length > 1) return null
  const value = Number(`${whole.replace(/[.,]/g, '') || '0'}.${parts[0] || '0'}`)
  return Number.isFinite(value) ? value : null
}

/** The mark before the fraction; '' when there is none, null when the marks make no sense. */
function decimalOf(text: string, own: Separators): '.' | ',' | '' | null {
  const marks = [...text].filter((sign) => sign === '.' || sign === ',')
  const last = marks.at(-1)
  if (last === undefined) return ''
  const kinds = new Set(marks)
  const other = last === '.' ? ',' : '.'
  if (kinds.size === 2)
    return isGrouped(text.slice(0, text.lastIndexOf(last)), other) ? asMark(last) : null
  if (marks.length > 1) return isGrouped(text, last) ? '' : null
  if (last === own.decimal) return asMark(last)
  return isGrouped(text, last) ? '' : asMark(last)
}

const isGrouped = (text: string, mark: string): boolean =>
  text
    .replace(/^[+-]/, '')
    .split(mark)
    // India groups by two before the last three.
    .every((part, at, all) =>
      (at === 0 ? /^\d{1,3}$/ : at === all.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part),
    )

const asMark = (mark: string): '.' | ',' => (mark === ',' ? ',' : '.')

function digitOf(code: number): number {
  return code - (zeros.find((zero) => code >= zero && code < zero + 10) ?? code)
}

interface Separators {
  readonly decimal: string
}

function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.'
  return { decimal: decimal === '٫' ? '.' : decimal }
}
