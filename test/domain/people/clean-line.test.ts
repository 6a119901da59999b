/** Whatever is typed or pasted into a line: what is kept is clean once and for all, and nothing visible is lost. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine } from '#shared/lib/clean-line.ts'

/** Texts with what makes trouble: controls of direction, invisible signs, halves of emoji, breaks, scripts of both directions. */
const wild = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', '林', 'ש', 'م', '👍🏿', ' ', '\t', '\n', '\0', '\u2028', '\u3000'),
    fc.constantFrom('\u202a', '\u202b', '\u202c', '\u202d', '\u202e'),
    fc.constantFrom('\u2066', '\u2067', '\u2068', '\u2069', '\u200e', '\u200f', '\u061c'),
    fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\ufe0f', '\u3164'),
    fc.constantFrom('\ud83d', '\udc4d'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
  ),
  maxLength: 40,
})

test('cleaning again changes nothing', () => {
  fc.assert(
    fc.property(wild, (text) => cleanLine(cleanLine(text)) === cleanLine(text)),
    { numRuns: 3_000 },
  )
})

test('no override or isolate, break, control or half character is left', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const clean = cleanLine(text)
      expect(clean).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]/)
      expect(clean).not.toMatch(/\p{Cc}|\p{Surrogate}/u)
    }),
  )
})

test('it is empty or has something to see, and begins and ends with something that counts', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const clean = cleanLine(text)
      if (clean === '') return
      expect(clean).toMatch(/[^\p{White_Space}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u)
      expect(clean).toBe(clean.trim())
      expect(clean).not.toMatch(/^[\u00ad\u200b-\u200d\u2060]|[\u00ad\u200b-\u200d\u2060]$/)
    }),
  )
})

test('every letter, sign and emoji stays, in its order', () => {
  const seen = (text: string): string =>
    text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^\p{L}\p{N}\p{P}\p{S}\ufffd]/gu, '')
  fc.assert(
    fc.property(wild, (text) => {
      const clean = cleanLine(text)
      // Fillers and the empty Braille cell alone are nothing to see.
      if (clean !== '') expect(seen(clean)).toBe(seen(text))
    }),
  )
})
