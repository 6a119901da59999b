/** Text is text: what looks like markup stays what was typed, and only web addresses lead anywhere. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionsIn } from '#shared/domain/talk/mentions.ts'
import { segmentsOf, type Segment } from '#shared/domain/talk/segments.ts'
import type { MemberId } from '#shared/lib/ids.ts'

const person = (at: number, name: string) => ({ member: `${at}`.repeat(26) as MemberId, name })
const team = [person(1, '陈思远'), person(2, 'An'), person(3, 'Anna Berg'), person(4, '陈思')]
const links = (text: string): string[] =>
  segmentsOf(text, []).flatMap((one) => (one.kind === 'link' ? [one.href] : []))
const joined = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('')

test('http and https addresses are links, also in the middle of a Chinese sentence and in brackets', () => {
  expect(links('看 https://example.com/a?b=1。')).toEqual(['https://example.com/a?b=1'])
  expect(links('参考（http://example.com/x）这张')).toEqual(['http://example.com/x'])
  expect(links('见https://example.com/x杯子')).toEqual(['https://example.com/x'])
  expect(links('Look (https://example.com/a_(b)).')).toEqual(['https://example.com/a_(b)'])
})

test('nothing else is a link', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'https://',
    'http://user:pass@example.com/',
    'file:///etc/passwd',
    'xhttps://example.com',
    '<a href="ftp://example.com">x</a>',
  ])
    expect(links(text), text).toEqual([])
})

test('whatever is typed, the pieces are the text, and every link is a web address', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('@An', '@陈思远', '<b>', 'https://', 'https://a.b/', 'javascript:', '&lt;'),
    ),
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      const segments = segmentsOf(text, mentionsIn(text, team))
      expect(joined(segments)).toBe(text)
      for (const one of segments)
        if (one.kind === 'link') expect(new URL(one.href).protocol).toMatch(/^https?:$/)
    }),
  )
})

test('the longest name counts, a name does not end inside a word, and Chinese goes on without a space', () => {
  const names = (text: string): string[] => mentionsIn(text, team).map(({ name }) => name)
  expect(names('@陈思远看一下')).toEqual(['陈思远'])
  expect(names('@陈思看一下，@Anna Berg 也看')).toEqual(['陈思', 'Anna Berg'])
  expect(names('@Annabel @An, @An')).toEqual(['An'])
  expect(names('陈思远 @ 陈思远')).toEqual([])
})

test('two people of one name are both meant', () => {
  const two = [person(5, '李娜'), person(6, '李娜')]
  expect(mentionsIn('@李娜 请看', two).map(({ member }) => member[0])).toEqual(['5', '6'])
})

test('a mention in a comment is shown only of those its author spoke to', () => {
  const segments = segmentsOf('@An 和 @Zoe', mentionsIn('@An 和 @Zoe', team))
  expect(segments).toEqual([
    { kind: 'mention', text: '@An', members: [team[1]?.member] },
    { kind: 'text', text: ' 和 @Zoe' },
  ])
})
