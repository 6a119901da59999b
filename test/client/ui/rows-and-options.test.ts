import { describe, expect, it } from 'vitest'
import { chooseRange, turnAll, turnRow } from '#client/ui/choose-rows.ts'
import { matchOptions } from '#client/ui/match-options.ts'
import { stepInGrid } from '#client/ui/step-in-grid.ts'

describe('options that are typed for', () => {
  const options = [
    { label: '大号杯', words: 'daihao' },
    { label: 'Größe XL' },
    { label: 'XL Größe' },
    { label: 'Ａｍａｚｏｎ 德国', words: 'deguo' },
  ]
  const found = (text: string): readonly string[] =>
    matchOptions(options, text, 100).shown.map((option) => option.label)

  it('are found without accents, widths and case, those that begin so first', () => {
    expect(found('xl')).toEqual(['XL Größe', 'Größe XL'])
    expect(found('grosse')).toEqual(['Größe XL', 'XL Größe'])
    expect(found('amazon')).toEqual(['Ａｍａｚｏｎ 德国'])
  })

  it('are found by their other words, in any order', () =>
    expect(found('DEGUO ama')).toEqual(['Ａｍａｚｏｎ 德国']))

  it('are counted beyond what is shown', () =>
    expect(matchOptions(options, '', 3)).toEqual({ shown: options.slice(0, 3), more: 1 }))
})

describe('chosen rows', () => {
  const ids = ['a', 'b', 'c', 'd']

  it('are turned one by one', () => {
    expect([...turnRow(new Set(['a']), 'b')]).toEqual(['a', 'b'])
    expect([...turnRow(new Set(['a']), 'a')]).toEqual([])
  })

  it('are ranges in either direction, added to what is chosen', () => {
    expect([...chooseRange(new Set(['a']), ids, 'd', 'c')]).toEqual(['a', 'c', 'd'])
    expect([...chooseRange(new Set(), ids, null, 'b')]).toEqual(['b'])
  })

  it('are all, and none once all are chosen', () => {
    expect(turnAll(new Set(['a']), ids).size).toBe(4)
    expect(turnAll(new Set(ids), ids).size).toBe(0)
  })
})

describe('a step in a grid of three rows and four columns', () => {
  const step = (key: string, from: readonly [number, number], more = {}, rtl = false) =>
    stepInGrid(
      { key, ctrlKey: false, metaKey: false, ...more },
      from,
      { rows: 3, columns: 4, page: 2 },
      rtl,
    )

  it('stays inside, with the heads above', () => {
    expect(step('ArrowUp', [0, 1])).toEqual([-1, 1])
    expect(step('ArrowUp', [-1, 1])).toEqual([-1, 1])
    expect(step('ArrowDown', [2, 1])).toEqual([2, 1])
    expect(step('ArrowRight', [2, 3])).toEqual([2, 3])
    expect(step('PageDown', [-1, 0])).toEqual([1, 0])
  })

  it('goes to the ends with Ctrl', () => {
    expect(step('ArrowRight', [1, 0], { ctrlKey: true })).toEqual([1, 3])
    expect(step('End', [0, 0], { metaKey: true })).toEqual([2, 3])
    expect(step('Home', [2, 2], { ctrlKey: true })).toEqual([0, 0])
  })

  it('goes left with Left where text runs to the left', () =>
    expect(step('ArrowLeft', [0, 0], {}, true)).toEqual([0, 1]))

  it('is none with any other key', () => expect(step('x', [0, 0])).toBeNull())
})
