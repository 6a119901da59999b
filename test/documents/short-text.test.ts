import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  chooseShortText,
  readShortText,
  writeShortText,
  writerName,
} from '#shared/documents/short-text.ts'
import { replicas, reopened, sync } from './replicas.ts'

const short = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<unknown>('short')
const title = (doc: Y.Doc): ReturnType<typeof readShortText> => readShortText(short(doc), 'title')
const write = (doc: Y.Doc, text: string): void => writeShortText(short(doc), 'title', text)
const texts = (doc: Y.Doc): string[] => (title(doc)?.candidates ?? []).map((one) => one.text).sort()
const many = (count: number): [Y.Doc, Y.Doc, Y.Doc] => {
  const [a, b, c] = replicas(count)
  return [a ?? new Y.Doc(), b ?? new Y.Doc(), c ?? new Y.Doc()]
}

test('a title nobody wrote is none', () => {
  expect(title(new Y.Doc())).toBeNull()
})

test('one author who types leaves one key', () => {
  const doc = new Y.Doc()
  for (const text of ['咖', '咖啡', '咖啡杯']) write(doc, text)
  expect([...short(doc).keys()]).toEqual([`title/~${writerName(doc.clientID)}`])
  expect(title(doc)).toMatchObject({ text: '咖啡杯', choose: false })
})

test('writing in turns is no conflict, also after a restart', () => {
  const [a, b] = many(2)
  write(a, '一')
  sync(a, b)
  write(b, '二')
  sync(a, b)
  write(a, '三')
  sync(a, b)
  const again = reopened(a)
  write(again, '四')
  sync(again, b)
  expect(title(b)).toMatchObject({ text: '四', choose: false })
})

test('two offline rewrites are two candidates on both devices, never joined', () => {
  const [a, b] = many(2)
  write(a, '咖啡杯')
  sync(a, b)
  write(a, '便携咖啡杯')
  write(b, '随行咖啡杯')
  sync(a, b)
  expect(texts(a)).toEqual(['便携咖啡杯', '随行咖啡杯'])
  expect(title(a)).toEqual(title(b))
  expect(title(a)?.choose).toBe(true)
})

test('three offline rewrites are three candidates, and writing anew settles them', () => {
  const [a, b, c] = many(3)
  write(a, '甲')
  write(b, '乙')
  write(c, '丙')
  sync(a, b, c)
  for (const doc of [a, b, c]) expect(texts(doc)).toEqual(['丙', '乙', '甲'])
  write(b, '丁')
  sync(a, b, c)
  for (const doc of [a, b, c]) expect(title(doc)).toMatchObject({ text: '丁', choose: false })
})

test('two who write the same have nothing to choose', () => {
  const [a, b] = many(2)
  write(a, '咖啡杯')
  write(b, '咖啡杯')
  sync(a, b)
  expect(title(a)).toMatchObject({ text: '咖啡杯', choose: false })
})

test('choosing settles everywhere; a choice made against a newer rewrite leaves both', () => {
  const [a, b, c] = many(3)
  write(a, '甲')
  write(b, '乙')
  sync(a, b, c)
  expect(chooseShortText(short(c), 'title', writerName(b.clientID))).toBe(true)
  write(a, '甲二')
  sync(a, b, c)
  expect(texts(b)).toEqual(['乙', '甲二'])
  expect(chooseShortText(short(c), 'title', 'nobody')).toBe(false)
})

test('a rewrite after an undo is not taken for one the others have seen', () => {
  const [a, b] = many(2)
  const undo = new Y.UndoManager(short(a), { captureTimeout: 0 })
  write(a, '一')
  write(a, '二')
  sync(a, b)
  write(b, '三')
  undo.undo()
  write(a, '四')
  sync(a, b)
  expect(texts(a)).toEqual(['三', '四'])
  expect(texts(b)).toEqual(['三', '四'])
})

test('undoing one’s own rewrite shows the text before it', () => {
  const [a, b] = many(2)
  write(a, '一')
  sync(a, b)
  const undo = new Y.UndoManager(short(b), { captureTimeout: 0 })
  write(b, '二')
  undo.undo()
  sync(a, b)
  expect(title(a)).toMatchObject({ text: '一', choose: false })
})

test('who stands is the same as when each is held against each other', () => {
  const writer = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const revision = fc.nat({ max: 4 })
  const value = fc.tuple(
    fc.constantFrom('one', 'two', 'three'),
    revision,
    fc.dictionary(writer, revision),
  )
  fc.assert(
    fc.property(fc.dictionary(writer, value), (written) => {
      const doc = new Y.Doc()
      for (const [who, what] of Object.entries(written)) short(doc).set(`title/~${who}`, what)
      const all = Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1))
      const alive = all.filter(([who, [, own]]) =>
        all.every(([other, [, , seen]]) => other === who || (seen[who] ?? -1) < own),
      )
      const standing = alive.length > 0 ? alive : all
      const expected = [...new Set(standing.map(([, [text]]) => text))]
      expect((title(doc)?.candidates ?? []).map(({ text }) => text)).toEqual(expected)
    }),
  )
})

test('twenty thousand candidates of one title are read, and all stand', () => {
  const map = new Map<string, unknown>()
  for (let writer = 0; writer < 20_000; writer += 1)
    map.set(`title/~${writer.toString(36)}`, [`wording ${writer}`, 1, {}])
  expect(readShortText(map, 'title')?.candidates.length).toBe(20_000)
})

test('a text of another app that is longer than any may be is read as far as one may go', () => {
  const map = new Map<string, unknown>([
    ['title/~a', ['x'.repeat(3_999) + '🧵'.repeat(700_000), 1, {}]],
  ])
  expect(readShortText(map, 'title')?.text).toBe('x'.repeat(3_999))
})
