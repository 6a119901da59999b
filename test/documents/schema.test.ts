import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  briefSchema,
  costsSchema,
  personSchema,
  pricesSchema,
  sopSchema,
  talkSchema,
  taskSchema,
  templateSchema,
  workspaceSchema,
} from '#shared/documents/schema.ts'

const hashOf = (schema: object): string =>
  createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16)

test('the schemas are the ones that were decided; a change is additive and renews its hash', () => {
  expect(hashOf(briefSchema)).toBe('3465c014d2627156')
  expect(hashOf(talkSchema)).toBe('ff9e0fbf1e5629f7')
  expect(hashOf(workspaceSchema)).toBe('a068e4426abd92de')
  expect(hashOf(templateSchema)).toBe('8ca031925ded07b8')
  expect(hashOf(taskSchema)).toBe('6e43dbe61e2c824b')
  expect(hashOf(sopSchema)).toBe('0cb7d6238b809d93')
  expect(hashOf(pricesSchema)).toBe('951bfed212d1fe96')
  expect(hashOf(costsSchema)).toBe('c989b2602363723e')
  expect(hashOf(personSchema)).toBe('701c2b6f34231754')
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

test('nothing derived is stored', () => {
  expect(
    JSON.stringify([
      briefSchema,
      talkSchema,
      workspaceSchema,
      personSchema,
      taskSchema,
      sopSchema,
      pricesSchema,
      costsSchema,
    ]),
  ).not.toMatch(/status|stage|count|version|score|total/i)
})
