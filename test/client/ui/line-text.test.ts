import { expect, test } from 'vitest'
import { fitText } from '#client/ui/fit-text.ts'
import { linesOf } from '#client/ui/pasted-lines.ts'
import { settleOrder } from '#client/ui/settle-order.ts'

test('what is too long loses the end of what came in, not what stood there', () => {
  expect(fitText('咖啡杯', '咖啡十二只装杯', 6, 5)).toEqual({
    text: '咖啡十二杯',
    caret: 4,
    lost: 2,
  })
  expect(fitText('', 'x'.repeat(200_000), 200_000, 200).text).toHaveLength(200)
  expect(fitText('abc', 'abcd', 4, 4)).toEqual({ text: 'abcd', caret: 4, lost: 0 })
})

test('no emoji is cut in two', () => {
  expect(fitText('', 'ab👍', 4, 3)).toEqual({ text: 'ab', caret: 2, lost: 2 })
})

test('a text that is too long already may shrink and not grow', () => {
  expect(fitText('abcdef', 'abcde', 5, 3).text).toBe('abcde')
  expect(fitText('abcdef', 'abcdefg', 7, 3)).toEqual({ text: 'abcdef', caret: 6, lost: 1 })
})

test('a pasted list is its lines without marks and numbers, and a number in a line stays', () => {
  expect(linesOf('- 不漏\r\n• 陶瓷\n\n3. 轻\n4、350 毫升\n1.5 L tank')).toEqual([
    '不漏',
    '陶瓷',
    '轻',
    '350 毫升',
    '1.5 L tank',
  ])
  expect(linesOf(' - one line ')).toEqual(['- one line'])
})

test('a row somebody makes stands in its place at once, others’ new rows wait', () => {
  expect(settleOrder(['a', 'b'], ['x', 'a', 'mine', 'b'], true, 'mine')).toEqual([
    'a',
    'mine',
    'b',
    'x',
  ])
  expect(settleOrder(['a', 'b'], ['x', 'a', 'mine', 'b'], true)).toEqual(['a', 'b', 'x', 'mine'])
})
