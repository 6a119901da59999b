import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { briefSchema } from '#shared/documents/schema.ts'

test('the schema of a brief is the one that was decided; a change is additive and renews this hash', () => {
  const hash = createHash('sha256').update(JSON.stringify(briefSchema)).digest('hex').slice(0, 16)
  expect(hash).toBe('398e9e1abbd9af4f')
})

test('every root and field of the first version is still there, with its kind and type', () => {
  expect(briefSchema).toMatchObject({
    meta: { kind: 'map', fields: { textSchema: 'number' } },
    fields: { kind: 'map', fields: { wantedBy: 'date', rush: 'rush' } },
    short: { kind: 'map', fields: { title: 'candidate' } },
    products: {
      kind: 'map',
      fields: {
        sku: 'text',
        name: 'text',
        category: 'text',
        handle: 'text',
        options: 'text',
        weightGrams: 'number',
        order: 'order-key',
        gone: 'known-clocks',
      },
    },
    points: {
      kind: 'map',
      fields: { text: 'candidate', order: 'order-key', gone: 'known-clocks' },
    },
    targets: { kind: 'map', fields: { on: 'flag' } },
    'text:notes': { kind: 'xml' },
  })
})

test('nothing derived is stored in a brief', () => {
  expect(JSON.stringify(briefSchema)).not.toMatch(/status|stage|count|version|score|total/i)
})
