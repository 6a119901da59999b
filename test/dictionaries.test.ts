/** Reads every words.ts under client and holds its two languages beside each other. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { dictionaryFaults } from '#test/support/dictionary-faults.ts'
import { projectFolder, readSourceTree } from '#test/support/source-tree.ts'

const files = readSourceTree(join(projectFolder, 'client')).map(({ path }) => `client/${path}`)
const wordFiles = files.filter(
  (path) => path.endsWith('/words.ts') && path !== 'client/i18n/words.ts',
)

test('there are dictionaries', () => {
  expect(wordFiles).not.toEqual([])
})

test.each(wordFiles)('%s says everything in Chinese and in English', async (path) => {
  const exported: Record<string, unknown> = await import(
    pathToFileURL(join(projectFolder, path)).href
  )
  const dictionaries = Object.entries(exported).filter(([, value]) => typeof value !== 'function')
  expect(dictionaries).not.toEqual([])
  expect(dictionaries.flatMap(([name, value]) => dictionaryFaults(name, value))).toEqual([])
})

describe('a fault is seen', () => {
  const says = (zh: object, en: object): string[] => dictionaryFaults('words', { zh, en })

  const faulty: readonly (readonly [string, object, object, string])[] = [
    ['a key only in Chinese', { a: '甲', b: '乙' }, { a: 'A one' }, 'b: is missing in en'],
    ['a key only in English', { a: '甲' }, { a: 'A one', b: 'B' }, 'b: is missing in zh'],
    ['a key missing in a group', { g: { a: '甲' } }, { g: {} }, 'g.a: is missing in en'],
    ['an empty text', { a: '甲' }, { a: ' ' }, 'is empty'],
    ['an exclamation mark', { a: '甲' }, { a: 'Done!' }, 'exclaims'],
    ['a Chinese exclamation mark', { a: '好！' }, { a: 'Done' }, 'exclaims'],
    ['Chinese in English', { a: '甲' }, { a: 'the 乙' }, 'holds Chinese'],
    ['English left in Chinese', { a: 'Remove' }, { a: 'Remove' }, 'same in both'],
    ['a mark in a function', { a: (n: number) => `${n} 个` }, { a: () => 'One!' }, 'exclaims'],
    ['a function of text', { a: (s: string) => s.trim() }, { a: () => '' }, 'is empty'],
  ]

  test.each(faulty)('%s', (_, zh, en, fault) => {
    expect(says(zh, en).join(' ')).toContain(fault)
  })

  test('what is right passes', () => {
    const zh = { sku: 'SKU', language: 'English', n: (n: number) => `${n} 个`, g: { a: '甲' } }
    const en = { sku: 'SKU', language: '中文', n: (n: number) => `${n} things`, g: { a: 'One' } }
    expect(says(zh, en)).toEqual([])
    expect(dictionaryFaults('words', { zh })).toEqual(['words: needs zh and en.'])
  })
})
