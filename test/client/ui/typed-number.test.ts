import { describe, expect, it } from 'vitest'
import { readTypedNumber } from '#client/ui/read-typed-number.ts'

describe('a number as people type it', () => {
  it.each([
    ['1,234.5', 'zh-CN', 1234.5],
    ['1.234,5', 'de-DE', 1234.5],
    ['1 234,5', 'fr-FR', 1234.5],
    ['1’234.50', 'de-CH', 1234.5],
    ['１２３４', 'zh-CN', 1234],
    ['１，２３４．５', 'zh-CN', 1234.5],
    ['12。5', 'zh-CN', 12.5],
    ['－3', 'zh-CN', -3],
    ['٣٥٠', 'ar-EG', 350],
    ['๓๕๐', 'th-TH', 350],
    ['.5', 'en-GB', 0.5],
  ])('%s in %s is %d', (text, locale, value) => expect(readTypedNumber(text, locale)).toBe(value))

  it('is read as the language writes it where it can be read two ways', () => {
    expect(readTypedNumber('1,234', 'en-GB')).toBe(1234)
    expect(readTypedNumber('1,234', 'de-DE')).toBe(1.234)
  })

  it('takes the other mark where it cannot group', () =>
    expect(readTypedNumber('1,5', 'zh-CN')).toBe(1.5))

  it.each(['', 'heavy', '12kg', '1,2,3', '1.2.3,4', '--1', '1,23.4'])('“%s” is none', (text) =>
    expect(readTypedNumber(text, 'en-GB')).toBeNull(),
  )

  it('reads back whatever the language writes', () => {
    for (const locale of ['zh-CN', 'en-GB', 'de-DE', 'fr-FR', 'th-TH', 'hi-IN', 'ar-EG', 'fa-IR'])
      for (const value of [0, 7.25, 999, 1000, 1234.5, 98_765_432.125]) {
        const written = value.toLocaleString(locale, { maximumFractionDigits: 3 })
        expect([locale, written, readTypedNumber(written, locale)]).toEqual([
          locale,
          written,
          value,
        ])
      }
  })
})
