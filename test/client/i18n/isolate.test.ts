/** Names from right to left inside sentences from left to right. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isolate } from '#client/i18n/isolate.ts'
import { defineWords } from '#client/i18n/words.ts'

const [FSI, PDI] = ['\u2068', '\u2069']

describe('a text', () => {
  test('that runs from left to right stays as it is', () => {
    for (const text of ['Mina Cole', '山屿家居', 'Ширина 12', 'ผ้า', '👩‍🚀', '', 'x.json'])
      expect(isolate(text)).toBe(text)
  })

  test('with letters of Hebrew or Arabic, or a mark that says so, is isolated', () => {
    for (const text of ['דנה', 'متجر', 'Studio متجر', 'A\u200f', 'ﺍ', '\u{1e900}', '\u061c1'])
      expect(isolate(text)).toBe(FSI + text + PDI)
  })

  test('reaches out of its place with no control, whatever it is', () => {
    const wild = fc.string({
      unit: fc.constantFrom(
        'a',
        '1',
        ' ',
        'ד',
        'م',
        '\u202e',
        '\u202c',
        '\u2066',
        FSI,
        PDI,
        '\u200f',
      ),
    })
    fc.assert(
      fc.property(wild, (text) => {
        const shown = isolate(text)
        const inner = shown.startsWith(FSI) ? shown.slice(1, -1) : shown
        expect(inner).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
        expect(/[דم\u200f]/.test(text)).toBe(shown.startsWith(FSI) && shown.endsWith(PDI))
        expect(inner).toBe(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''))
      }),
    )
  })
})

describe('words', () => {
  const words = defineWords({
    zh: {
      plain: '甲',
      joined: (who: string, n: number) => `${who} 加入了 ${n} 次`,
      group: { two: (a: string, b: string) => `${a}：${b}` },
    },
    en: {
      plain: 'A',
      joined: (who: string, n: number) => `${who} joined ${n} times`,
      group: { two: (a: string, b: string) => `${a}: ${b}` },
    },
  })

  test('hold every text they are given apart, in groups as well, and leave the rest alone', () => {
    expect(words.en.joined('דנה', 3)).toBe(`${FSI}דנה${PDI} joined 3 times`)
    expect(words.zh.group.two('دبي', 'Lin')).toBe(`${FSI}دبي${PDI}：Lin`)
    expect(words.en.joined('Lin', 3)).toBe('Lin joined 3 times')
    expect([words.zh.plain, words.en.joined.length]).toEqual(['甲', 2])
  })
})
