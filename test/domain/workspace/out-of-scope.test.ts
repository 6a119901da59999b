import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { outOfScope } from '#shared/domain/workspace/out-of-scope.ts'
import { toggleTarget } from '#shared/documents/commands/brief-fields.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { rowIds } from '#test/documents/replicas.ts'

const all = { platforms: [], markets: [], categories: [], languages: [] }

function brief() {
  const doc = new Y.Doc()
  toggleTarget(doc, { platform: 'amazon', market: 'DE', locale: 'de-DE' }, true)
  toggleTarget(doc, { platform: '-', market: 'US', locale: 'en-US' }, true)
  addProduct(doc, rowIds(1)(), { sku: 'A', category: '宠物用品' })
  return readBrief(doc)
}

test('a workspace without a scope works on everything', () => {
  expect(outOfScope(brief(), all)).toEqual([])
})

test('what lies outside a scope is named once by group; a platform not chosen yet is outside nothing', () => {
  const scope = {
    platforms: ['shopee'],
    markets: ['DE'],
    categories: ['drinkware'],
    languages: ['de'],
  }
  expect(outOfScope(brief(), scope)).toEqual([
    { group: 'platforms', id: 'amazon' },
    { group: 'markets', id: 'US' },
    { group: 'categories', id: 'pets' },
    { group: 'languages', id: 'en' },
  ])
})
