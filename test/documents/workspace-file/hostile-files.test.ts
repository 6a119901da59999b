/** Files that are not what they say: each is refused in one word, nothing throws, and nothing was written. */
import * as buffer from 'lib0/buffer'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { openWorkspaceFile } from '#client/features/device/open-workspace-file.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { readWorkspaceFile } from '#shared/documents/workspace-file/read-file.ts'
import type { Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { people, workspace } from './file-world.ts'

const brief = (write: (doc: Y.Doc) => void = (doc) => void setTitle(doc, '露营灯')): string => {
  const doc = new Y.Doc()
  write(doc)
  return buffer.toBase64UrlEncoded(Y.encodeStateAsUpdate(doc))
}
const name = (at: number): string => `brief-${String(at).padStart(26, '0')}`
const one = (update: string = brief(), at = 1) => ({ name: name(at), kind: 'brief', update })
const file = (documents: readonly unknown[], other: Record<string, unknown> = {}): string =>
  JSON.stringify({
    format: 'asterism-workspace',
    version: 1,
    exportedAt: '2026-11-27T00:00:00.000Z',
    by: people[0],
    workspace,
    people,
    missing: [],
    documents,
    ...other,
  })
const read = (text: string) => readWorkspaceFile(text, async () => undefined)
const damagedAt = (at: number) => ({ ok: false, refusal: { code: 'damaged', at } })

test('a whole one is read, whatever else stands in it', async () => {
  const text = file([{ ...one(), content: { any: 'thing' } }], { records: [], later: 1 })
  expect(await read(text)).toMatchObject({ ok: true, value: { documents: [{ name: name(1) }] } })
})

test.each([
  ['nothing', ''],
  ['no JSON', '{"format": "asterism-workspace"'],
  ['another JSON', '{"briefs": []}'],
  ['the device’s own rescue file', '{"format":"asterism-device","version":1}'],
  ['a list', '[]'],
  ['a bare value', 'null'],
])('%s is no file of ours', async (_, text) => {
  expect(await read(text)).toEqual({ ok: false, refusal: { code: 'not-ours' } })
})

test('one of a newer version asks for a newer app, whatever it looks like inside', async () => {
  const text = JSON.stringify({ format: 'asterism-workspace', version: 2, documents: 7 })
  expect(await read(text)).toEqual({ ok: false, refusal: { code: 'newer' } })
})

test('a broken beginning is told from a broken document, which is counted', async () => {
  expect(await read(file([one()], { by: 7 }))).toEqual(damagedAt(0))
  expect(await read(file([one()], { exportedAt: 'yesterday' }))).toEqual(damagedAt(0))
  expect(await read(file([one(), 7]))).toEqual(damagedAt(2))
  expect(await read(file([one(), one()]))).toEqual(damagedAt(2))
})

test.each<[string, Record<string, unknown>]>([
  ['a name that is none', { name: '../../brief' }],
  ['a name of a prototype', { name: '__proto__' }],
  ['a kind nobody knows', { name: `ledger-${'0'.repeat(26)}` }],
  ['no update', { update: '' }],
  ['an update that is no base64', { update: 'ä' }],
  ['an update of other bytes', { update: 'AQIDBAUGBwg' }],
  ['an update cut in the middle', { update: brief().slice(0, 40) }],
  ['authors of another shape', { authors: [[-1, 'x', null]] }],
  ['an update with a hole', { update: withHole() }],
  [
    'a document inside a document',
    { update: brief((doc) => void doc.getMap('a').set('b', new Y.Doc())) },
  ],
  [
    'a value nested like a bomb',
    { update: brief((doc) => void doc.getMap('fields').set('a', nested(900))) },
  ],
  ['more than a document may hold', { update: 'A'.repeat(2 * limits.documentBytes + 1) }],
])('%s is damage', async (_, damage) => {
  expect(await read(file([one(), { ...one(brief(), 2), ...damage }]))).toEqual(damagedAt(2))
})

test('keys named after prototypes change nothing', async () => {
  const text = file([one()]).replace(
    '{',
    '{"__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}},',
  )
  expect((await read(text)).ok).toBe(true)
  expect('hacked' in {}).toBe(false)
})

test('JSON nested a million deep is refused or passed over, and never fatal', async () => {
  const bomb = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`
  const text = file([one()]).replace('"missing":[]', `"missing":[],"bomb":${bomb}`)
  expect(['not-ours', undefined]).toContain(refusalOf(await read(text)))
  expect(refusalOf(await read(bomb))).toBe('not-ours')
})

test('one more document than fits is refused before any is looked at; a million, too', async () => {
  for (const count of [limits.workspaceFileDocuments + 1, 1_000_000])
    expect(refusalOf(await read(file(Array.from({ length: count }, () => 0))))).toBe(
      'too-many-documents',
    )
  // At the limit it is looked at.
  const most = file(Array.from({ length: limits.workspaceFileDocuments }, () => 0))
  expect(await read(most)).toEqual(damagedAt(1))
})

test('a file above the limit is not even read', async () => {
  let reads = 0
  const large = (size: number) =>
    ({
      size,
      slice: () => new Blob(),
      text: async () => String((reads += 1)),
    }) as unknown as File
  expect(refusalOf(await openWorkspaceFile(large(limits.workspaceFileBytes + 1)))).toBe('too-large')
  expect(refusalOf(await openWorkspaceFile(large(200 * 1024 * 1024)))).toBe('too-large')
  expect(reads).toBe(0)
  expect(refusalOf(await openWorkspaceFile(large(limits.workspaceFileBytes)))).toBe('not-ours')
  expect(reads).toBe(1)
})

const refusalOf = (result: Result<unknown, { readonly code: string }>): string | undefined =>
  result.ok ? undefined : result.refusal.code

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let at = 0; at < depth; at += 1) value = [value]
  return value
}

/** Its first half never came. */
function withHole(): string {
  const doc = new Y.Doc()
  setTitle(doc, '一')
  const before = Y.encodeStateVector(doc)
  setTitle(doc, '二')
  return buffer.toBase64UrlEncoded(Y.encodeStateAsUpdate(doc, before))
}
