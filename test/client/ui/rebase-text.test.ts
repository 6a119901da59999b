import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryCaret, rebaseText } from '#client/ui/rebase-text.ts'

describe('text typed while a colleague types in the same field', () => {
  it('keeps what both wrote', () => {
    expect(rebaseText('咖啡杯', '便携咖啡杯', '咖啡杯 12 款')).toBe('便携咖啡杯 12 款')
    expect(rebaseText('咖啡杯', '咖啡杯 12 款', '便携咖啡杯')).toBe('便携咖啡杯 12 款')
  })

  it('keeps the caret before the same letters', () => {
    expect(carryCaret('咖啡杯', '便携咖啡杯', 2)).toBe(4)
    expect(carryCaret('咖啡杯', '咖啡杯 12 款', 2)).toBe(2)
  })

  it('never leaves half an emoji', () => {
    expect(rebaseText('杯😀', '杯😁', '便携杯😀')).toBe('便携杯😁')
    const text = fc
      .array(fc.constantFrom('😀', '😁', '杯', 'a'), { maxLength: 6 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) =>
        isWellFormed(rebaseText(base, mine, theirs)),
      ),
    )
  })

  it('changes nothing when only one wrote', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (base, other) =>
          rebaseText(base, other, base) === other && rebaseText(base, base, other) === other,
      ),
    )
  })
})

/** Encoding fails for half a surrogate pair. */
function isWellFormed(text: string): boolean {
  return decodeURIComponent(encodeURIComponent(text)) === text
}
