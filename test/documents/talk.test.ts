/** Comments alone and merged: who said what stays, whatever others write, and every replica tells the same. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addComment,
  editComment,
  reopenThread,
  reply,
  resolveThread,
  takeBack,
} from '#shared/documents/commands/talk.ts'
import { readTalk } from '#shared/documents/readers/read-talk.ts'
import { commentsRoot } from '#shared/documents/roots.ts'
import { commentIdOf, isCommentId } from '#shared/domain/talk/comment-id.ts'
import type { Comment, Thread, WriterOf } from '#shared/domain/talk/talk.ts'
import type { CommentId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { reopened, replicas, sync } from './replicas.ts'

const byClient: WriterOf = (client) => String(client)
const say = (text: string, at = 1_000) => ({ text, mentions: [], at })
const unwrap = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
function some(count: number): Y.Doc[] {
  return replicas(count, 7)
}
function pair(): [Y.Doc, Y.Doc] {
  const [a, b] = some(2)
  if (a === undefined || b === undefined) throw new Error('two replicas')
  return [a, b]
}
function told(doc: Y.Doc, writerOf: WriterOf = byClient): Thread[] {
  return readTalk(doc, writerOf)
}
function same(a: Y.Doc, b: Y.Doc): Thread[] {
  expect(told(b)).toEqual(told(a))
  expect(told(reopened(a))).toEqual(told(a))
  return told(a)
}
const texts = (threads: readonly Thread[]): string[][] =>
  threads.map(({ comments }) => comments.map(({ text }) => text))
const only = (threads: readonly Thread[]): Comment => {
  const [comment] = threads[0]?.comments ?? []
  if (comment === undefined) throw new Error('a comment')
  return comment
}

test('a talk nobody has written in is empty, and reading it writes nothing', () => {
  const doc = new Y.Doc()
  expect(told(doc)).toEqual([])
  expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()))
})

test('a comment keeps who said it, when, and whom it speaks to', () => {
  const [a] = pair()
  const mentions = [{ member: '0'.repeat(26), name: '阮氏兰' }] as unknown as Comment['mentions']
  unwrap(addComment(a, { text: '@阮氏兰 白底图今天能给吗', mentions, at: 1_234 }))
  expect(only(told(a))).toMatchObject({
    text: '@阮氏兰 白底图今天能给吗',
    mentions,
    at: 1_234,
    writer: String(a.clientID),
    standing: 'said',
    earlier: [],
  })
})

test('what is said is clean: no control characters, no empty ends, one empty line at most, and never nothing', () => {
  const [a] = pair()
  unwrap(addComment(a, say('\u0000\n 一 \r\n\n\n\n\u202e二\u2028\n')))
  expect(only(told(a)).text).toBe('一\n\n二')
  expect(addComment(a, say(' \n\u200b'))).toEqual({ ok: false, refusal: { code: 'nothing-said' } })
})

test('a comment at the limit passes, one character above is refused with both numbers', () => {
  const [a] = pair()
  const limit = limits.commentCharacters
  expect(addComment(a, say('字'.repeat(limit))).ok).toBe(true)
  expect(addComment(a, say('字'.repeat(limit + 1)))).toEqual({
    ok: false,
    refusal: { code: 'too-long', length: limit + 1, limit },
  })
})

test('a talk takes no more comments than the limit, and an edit still goes in', () => {
  const [a] = pair()
  const map = commentsRoot(a)
  a.transact(() => {
    for (let clock = 0; clock < limits.commentsPerTalk; clock += 1)
      map.set(`${commentIdOf(a.clientID, clock)}/said`, { text: '在', at: 1, place: 1 })
  })
  expect(addComment(a, say('再一条'))).toMatchObject({
    refusal: { code: 'too-many-comments', limit: limits.commentsPerTalk },
  })
  expect(editComment(a, commentIdOf(a.clientID, 5), say('改'), byClient).ok).toBe(true)
})

test('an answer to an answer stands in the same thread, at its end', () => {
  const [a, b] = pair()
  const first = unwrap(addComment(a, say('一')))
  sync(a, b)
  const second = unwrap(reply(b, first, say('二')))
  unwrap(addComment(b, say('另一件事')))
  sync(a, b)
  unwrap(reply(a, second, say('三')))
  sync(a, b)
  expect(texts(same(a, b))).toEqual([['一', '二', '三'], ['另一件事']])
  expect(reply(a, 'zz-0' as CommentId, say('谁')).ok).toBe(false)
})

test('two people who answer the same comment offline are both kept, in one order on every device', () => {
  const [a, b] = pair()
  const first = unwrap(addComment(a, say('用哪个背景')))
  sync(a, b)
  unwrap(reply(a, first, say('浅灰', 9_000)))
  unwrap(reply(b, first, say('白', 1)))
  sync(a, b)
  expect(texts(same(a, b))[0]?.toSorted()).toEqual(['浅灰', '用哪个背景', '白'].toSorted())
  expect(texts(told(a))[0]?.[0]).toBe('用哪个背景')
})

test('a clock that is off by a year moves no comment', () => {
  const [a, b] = pair()
  unwrap(addComment(a, say('先', 9e12)))
  sync(a, b)
  unwrap(addComment(b, say('后', 5)))
  sync(a, b)
  expect(texts(same(a, b))).toEqual([['先'], ['后']])
})

test('one edits while another resolves: the thread is settled and shows the edit with what was said before', () => {
  const [a, b] = pair()
  const id = unwrap(addComment(a, say('周三交')))
  sync(a, b)
  unwrap(editComment(a, id, say('周四交', 2_000), byClient))
  resolveThread(b, id)
  sync(a, b)
  const [thread] = same(a, b)
  expect(thread?.resolvedBy).toBe(String(b.clientID))
  expect(only(told(a))).toMatchObject({
    text: '周四交',
    at: 1_000,
    earlier: [{ text: '周三交', at: 1_000 }],
  })
})

test('one takes a comment back while another answers it: the answer stays, below a comment taken back', () => {
  const [a, b] = pair()
  const id = unwrap(addComment(a, say('说错了')))
  sync(a, b)
  unwrap(takeBack(a, id, 2_000, byClient))
  unwrap(reply(b, id, say('哪里错了')))
  sync(a, b)
  expect(same(a, b)[0]?.comments.map(({ standing, text }) => [standing, text])).toEqual([
    ['taken-back', ''],
    ['said', '哪里错了'],
  ])
  unwrap(editComment(a, id, say('说对了', 3_000), byClient))
  expect(only(told(a))).toMatchObject({ standing: 'said', text: '说对了' })
})

test('an answer written without knowing that the thread was resolved opens it again', () => {
  const [a, b] = pair()
  const id = unwrap(addComment(a, say('尺寸对吗')))
  sync(a, b)
  resolveThread(a, id)
  expect(told(a)[0]?.resolvedBy).toBe(String(a.clientID))
  unwrap(reply(b, id, say('不对，少了 2 cm')))
  sync(a, b)
  expect(same(a, b)[0]?.resolvedBy).toBeNull()
  resolveThread(b, id)
  sync(a, b)
  expect(same(a, b)[0]?.resolvedBy).toBe(String(b.clientID))
  reopenThread(a, id)
  sync(a, b)
  expect(same(a, b)[0]?.resolvedBy).toBeNull()
})

test('a person edits on two devices offline: one wording stands everywhere, the other is among the earlier ones', () => {
  const [a, b] = pair()
  const me: WriterOf = () => 'me'
  const id = unwrap(addComment(a, say('一稿')))
  sync(a, b)
  unwrap(editComment(a, id, say('手机上改的'), me))
  unwrap(editComment(b, id, say('电脑上改的'), me))
  sync(a, b)
  expect(told(b, me)).toEqual(told(a, me))
  const { text, earlier } = only(told(a, me))
  expect([text, ...earlier.map((one) => one.text)].toSorted()).toEqual(
    ['一稿', '手机上改的', '电脑上改的'].toSorted(),
  )
})

test('edited on one device and taken back on the other, both offline, it is taken back', () => {
  const [a, b] = pair()
  const me: WriterOf = () => 'me'
  const id = unwrap(addComment(a, say('一稿')))
  sync(a, b)
  unwrap(editComment(a, id, say('二稿'), me))
  unwrap(takeBack(b, id, 1, me))
  sync(a, b)
  for (const doc of [a, b]) expect(only(told(doc, me)).standing).toBe('taken-back')
})

test('nobody can edit or take back another’s comment by command', () => {
  const [a, b] = pair()
  const id = unwrap(addComment(a, say('我说的')))
  sync(a, b)
  const before = told(b)
  expect(editComment(b, id, say('改了'), byClient)).toEqual({
    ok: false,
    refusal: { code: 'not-yours' },
  })
  expect(takeBack(b, id, 1, byClient).ok).toBe(false)
  expect(told(b)).toEqual(before)
})

test('an edit somebody else writes into my comment is passed over', () => {
  const [a, b] = pair()
  const id = unwrap(addComment(a, say('我说的')))
  unwrap(editComment(a, id, say('我又说的'), byClient))
  sync(a, b)
  const map = commentsRoot(b)
  map.set(`${id}/edit.9.${b.clientID.toString(36)}`, { text: '冒充', at: 1 })
  map.set(`${id}/edit.7.${a.clientID.toString(36)}`, { text: '再冒充', at: 1 })
  sync(a, b)
  expect(only(same(a, b))).toMatchObject({ text: '我又说的', writer: String(a.clientID) })
  expect(only(told(a)).earlier.map(({ text }) => text)).toEqual(['我说的'])
})

test('nobody can speak in another’s name: a comment counts only under the clock its id names', () => {
  const [a, b] = pair()
  unwrap(addComment(a, say('真的')))
  sync(a, b)
  commentsRoot(b).set(`${commentIdOf(a.clientID, 0)}x/said`, { text: '假的', at: 1, place: 1 })
  commentsRoot(b).set(`${commentIdOf(a.clientID, 40)}/said`, { text: '假的', at: 1, place: 1 })
  commentsRoot(b).set(`${commentIdOf(b.clientID, 900)}/said`, { text: '假的', at: 1, place: 1 })
  sync(a, b)
  expect(texts(same(a, b))).toEqual([['真的']])
})

test('a comment that somebody overwrites or erases stands as overwritten under its author’s name, until its author words it anew', () => {
  for (const destroy of [
    (map: Y.Map<unknown>, key: string) => void map.set(key, { text: '换掉', at: 1, place: 1 }),
    (map: Y.Map<unknown>, key: string) => map.delete(key),
  ]) {
    const [a, b] = pair()
    const id = unwrap(addComment(a, say('第一句')))
    sync(a, b)
    destroy(commentsRoot(b), `${id}/said`)
    sync(a, b)
    expect(only(same(a, b))).toMatchObject({
      standing: 'overwritten',
      text: '',
      writer: String(a.clientID),
    })
    unwrap(editComment(a, id, say('再说一遍'), byClient))
    sync(a, b)
    expect(only(same(a, b))).toMatchObject({ standing: 'said', text: '再说一遍' })
  }
})

test('any value at any key is read without a fault, and parents in a circle stand for themselves', () => {
  const [a] = pair()
  const map = commentsRoot(a)
  const [one, two] = [commentIdOf(a.clientID, 0), commentIdOf(a.clientID, 1)]
  a.transact(() => {
    map.set(`${one}/said`, {
      text: '一',
      parent: two,
      place: -3,
      mentions: [['x'], 7, null],
      at: 'x',
    })
    map.set(`${two}/said`, { text: '二', parent: one, place: 1e300 })
    for (const value of [null, 7, 'x', [], [[]], { text: 7 }, new Uint8Array(3)]) {
      for (const key of ['said', 'edit.1.0', 'resolved', 'edit.x', 'more/said'])
        map.set(`${commentIdOf(a.clientID, 2 + Math.floor(map.size / 5))}/${key}`, value)
    }
    map.set(`${one}/resolved`, { x: 'y' })
    map.set('nonsense', {})
    map.set('/', 1)
  })
  const threads = told(a)
  expect(texts(threads).slice(0, 2)).toEqual([['一'], ['二']])
  expect(threads.every(({ resolvedBy }) => resolvedBy === null)).toBe(true)
})

test('ids of comments are told from anything else', () => {
  for (const good of ['0-0', '1z141z3-zz', 'a-1']) expect(isCommentId(good)).toBe(true)
  for (const bad of [
    '',
    '-',
    'a',
    'a-',
    '00-1',
    'a-1-2',
    'A-1',
    '1z141z4-0',
    'a--1',
    'a/1',
    null,
    7,
  ])
    expect(isCommentId(bad), String(bad)).toBe(false)
})
