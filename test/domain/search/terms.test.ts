/** Whatever part of a text somebody types is found, in scripts with and without spaces. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstMatch, termsAsked, termsOf } from '#shared/domain/search/terms.ts'

const isFound = (text: string, asked: string): boolean => {
  const terms = termsOf(text)
  return termsAsked(asked).every((one) => terms.some((term) => term.startsWith(one)))
}

test('any part of a Chinese text is found, its last character too', () => {
  const text = '陶瓷内胆咖啡杯'
  for (let from = 0; from < text.length; from += 1)
    for (let to = from + 1; to <= text.length; to += 1)
      expect(isFound(text, text.slice(from, to)), text.slice(from, to)).toBe(true)
  expect(isFound(text, '咖杯')).toBe(false)
})

test('words are found by their beginning, without regard to case, width or accents', () => {
  expect(isFound('Für Kinder · ＬＥＤ desk lamp', 'fur')).toBe(true)
  expect(isFound('Für Kinder · ＬＥＤ desk lamp', 'led DESK la')).toBe(true)
  expect(isFound('Für Kinder', 'inder')).toBe(false)
})

test('a SKU and a mixed title are found by each of their parts', () => {
  expect(termsOf('CUP-350-GRN')).toEqual(['cup', '350', 'grn'])
  expect(isFound('LED化妆镜CUP-350-GRN', '化妆镜 cup-350')).toBe(true)
  expect(isFound('LED化妆镜', 'led化妆')).toBe(true)
  expect(isFound('เครื่องดูดควัน', 'ดูด')).toBe(true)
})

test('what is typed of a text is found in it, whatever it is made of', () => {
  const words = fc.array(
    fc.constantFrom('咖啡', '杯', 'mug', '350', '🇩🇪', '-', ' ', 'ü', '隔热', 'ไทย'),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(words, fc.nat(), (parts, seed) => {
      const from = seed % parts.length
      expect(isFound(parts.join(' '), parts.slice(from).join(' '))).toBe(true)
    }),
  )
})

test('the place of what was found covers whole letters', () => {
  expect(firstMatch('外观 陶瓷内胆', ['陶瓷', '瓷内'])).toEqual([3, 5])
  expect(firstMatch('Größe: Für', ['fur'])).toEqual([7, 10])
  expect(firstMatch('👩‍🎨杯', ['杯'])).toEqual([5, 6])
  expect(firstMatch('nothing', ['杯'])).toBeNull()
})
