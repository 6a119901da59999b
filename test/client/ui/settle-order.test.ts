import { describe, expect, it } from 'vitest'
import { settleOrder, stepBefore } from '#client/ui/settle-order.ts'

describe('the order of a list someone writes in', () => {
  it('stays while they write, whoever moves rows', () =>
    expect(settleOrder(['a', 'b', 'c'], ['c', 'a', 'b'], true)).toEqual(['a', 'b', 'c']))

  it('loses what was removed and gains what is new at its end', () =>
    expect(settleOrder(['a', 'b', 'c'], ['d', 'c', 'a'], true)).toEqual(['a', 'c', 'd']))

  it('is the true order again when they leave', () =>
    expect(settleOrder(['a', 'b'], ['b', 'a'], false)).toEqual(['b', 'a']))
})

describe('a step by key', () => {
  it('goes one up or one down and stops at both ends', () => {
    expect(stepBefore(['a', 'b', 'c'], 'b', -1)).toBe('a')
    expect(stepBefore(['a', 'b', 'c'], 'a', 1)).toBe('c')
    expect(stepBefore(['a', 'b', 'c'], 'b', 1)).toBe(null)
    expect(stepBefore(['a', 'b', 'c'], 'c', 1)).toBe(undefined)
    expect(stepBefore(['a', 'b', 'c'], 'a', -1)).toBe(undefined)
  })
})
