import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { briefSchema, type BriefMap } from '#shared/documents/schema.ts'
import { readBrief, summariseBrief } from '#shared/documents/readers/read-brief.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { reopened } from './replicas.ts'

const empty = {
  title: '',
  titleCandidates: [],
  wantedBy: null,
  rush: 'standard',
  targets: [],
  points: [],
  products: [],
  details: {
    sourceLanguage: '',
    leadTarget: '',
    shoot: false,
    shootPlace: '',
    sampleArrives: null,
    designRules: null,
    brandKit: '',
    brandFile: null,
    noLimitsKnown: false,
    videoSeconds: null,
    videoAspect: '',
    adPlacement: '',
    adMetric: '',
    notSaidLive: '',
  },
  sentences: {
    audience: { text: '', candidates: [] },
    tone: { text: '', candidates: [] },
    hook: { text: '', candidates: [] },
    brandStory: { text: '', candidates: [] },
    adHypothesis: { text: '', candidates: [] },
  },
  deliverables: [],
  facts: [],
  references: [],
  photos: [],
  limits: [],
  modules: [],
  terms: [],
  offers: [],
  keywords: [],
  meant: {},
  files: {},
  problems: [],
}

test('a document nobody wrote in is an empty brief, and reading writes nothing', () => {
  const doc = new Y.Doc()
  expect(readBrief(doc)).toEqual(empty)
  expect(summariseBrief(doc)).toEqual({
    kind: 'brief',
    title: '',
    chooseTitle: false,
    products: 0,
    markets: [],
    wantedBy: null,
    rush: 'standard',
  })
  expect(Y.encodeStateAsUpdate(doc).length).toBe(2)
})

const row = '0123456789abcdef'
const keys = fc.oneof(
  fc.constantFrom(
    'wantedBy',
    'rush',
    'title/~a1',
    'title/~zz',
    'title/~',
    '__proto__',
    'constructor',
    `${row}/gone`,
    `${row}/order`,
    `${row}/sku`,
    `${row}/name`,
    `${row}/weightGrams`,
    `${row}/text/~a1`,
    `${row}/text/~b`,
    `${row}/__proto__`,
    `${row}/value`,
    `${row}/claim`,
    `${row}/reason`,
    'main-image/quantity',
    'DE.de-DE/terms',
    `${'a'.repeat(64)}/size`,
    'designRules',
    'videoSeconds',
    'shoot',
    'tone/~a1',
    `${row}/`,
    '-.DE.de-DE/on',
    '..../on',
    '/',
    '/~',
    'textSchema',
  ),
  fc.string(),
)
const values = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    ['甲', 1, { b: 4 }],
    ['乙', 5, { a1: 9 }],
    ['', -1, null],
    [1, 2, 3],
    ['x', 1.5, []],
    { '1': 'x' },
    { '1': Infinity },
    true,
    'a0',
    'zzzz',
    'rush',
    '2026-02-30',
    '2026-12-01',
    Number.NaN,
    undefined,
    null,
    2n ** 60n,
    new Uint8Array([1]),
    JSON.parse('{"__proto__":null}'),
    '\ud800',
  ),
)
const writes = fc.array(
  fc.tuple(
    fc.constantFrom(...Object.keys(briefSchema).filter((name) => name !== 'text:notes')),
    keys,
    values,
  ),
  { maxLength: 40 },
)

test('any values at any keys give a brief and stay in the document', () => {
  const seed = 20261123
  fc.assert(
    fc.property(writes, (entries) => {
      const stranger = new Y.Doc()
      for (const [name, key, value] of entries)
        stranger.getMap<unknown>(name as BriefMap).set(key, value)
      const doc = reopened(stranger)
      const before = Y.encodeStateAsUpdate(doc)
      const brief = readBrief(doc)
      expect(readBrief(reopened(doc))).toEqual(brief)
      summariseBrief(doc)
      expect(brief.products.every((product) => typeof product.name === 'string')).toBe(true)
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
      expect(setTitle(doc, '还能用').ok).toBe(true)
      expect(readBrief(doc).title).toBe('还能用')
      for (const [name, key] of entries)
        expect(doc.getMap<unknown>(name as BriefMap).has(key)).toBe(true)
    }),
    { seed, numRuns: 500 },
  )
})

test('shared types where values belong, and list items in a map, are passed over', () => {
  const doc = new Y.Doc()
  doc.getMap<unknown>('fields').set('wantedBy', new Y.Map())
  doc.getMap<unknown>('short').set('title/~a1', new Y.Array())
  doc.getMap<unknown>('products').set(`${row}/sku`, new Y.Text('x'))
  doc.getMap<unknown>('points').set(`${row}/gone`, new Y.Map())
  const hostile = new Y.Doc()
  hostile.getArray('targets').push(['x'])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile))
  expect(readBrief(doc)).toMatchObject({ title: '', wantedBy: null, targets: [], points: [] })
  expect(readBrief(doc).products).toMatchObject([
    { sku: '', problems: ['no-sku-and-no-name', 'unreadable-value'] },
  ])
  expect(readBrief(doc).problems).toEqual([{ code: 'not-a-date', field: 'wantedBy' }])
})
