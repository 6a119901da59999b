/** Tags: one word in two languages is one tag, and what is read is only ever what could have been written. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  kindOfTag,
  parseTag,
  shippedTags,
  sortTags,
  tagKinds,
  tagOf,
  tagWord,
} from '#shared/domain/tasks/tags.ts'
import { limits } from '#shared/protocol/limits.ts'

test('either language’s word of a tag that ships is that tag, whatever its case', () => {
  for (const typed of ['厨房', 'Kitchen', ' KITCHEN ', 'kitchen'])
    expect(tagOf('scene', typed)).toBe('scene.kitchen')
  expect(tagWord('scene.kitchen', 'zh')).toBe('厨房')
  expect(tagOf('scene', '露营')).toBe('scene.露营')
  expect(tagWord('scene.露营', 'en')).toBe('露营')
  expect(tagOf('scene', ' . / ')).toBeNull()
})

test('every shipped word is its own tag, in both languages', () => {
  for (const kind of tagKinds)
    for (const { id, zh, en } of shippedTags[kind])
      for (const word of [id, zh, en]) expect(tagOf(kind, word)).toBe(`${kind}.${id}`)
})

test('whatever is typed gives a tag that is read as itself, within its length, and nothing else is read', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tagKinds), fc.string({ unit: 'grapheme' }), (kind, typed) => {
      const tag = tagOf(kind, typed)
      if (tag === null) return
      expect(parseTag(tag)).toBe(tag)
      expect(kindOfTag(tag)).toBe(kind)
      expect([...tag].length - kind.length - 1).toBeLessThanOrEqual(limits.tagCharacters)
      expect(tagOf(kind, tagWord(tag, 'en'))).toBe(tag)
    }),
  )
  for (const odd of [
    '',
    'scene',
    'scene.',
    'mood.calm',
    'scene.Kitchen',
    'scene.a.b',
    'scene.厨房',
  ])
    expect(parseTag(odd)).toBeNull()
})

test('tags stand in one order, whoever put them on first', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(['hook.test', 'scene.home', 'scene.a', 'other.x', 'angle.top'] as const),
      (some) => {
        expect(sortTags([...some].reverse())).toEqual(sortTags(some))
      },
    ),
  )
})
