/** The inbox from rows alone: what is for me, what is unread, and what neither a card nor a hostile row can break. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addComment, editComment, reply, takeBack } from '#shared/documents/commands/talk.ts'
import { summariseTalk } from '#shared/documents/readers/summarise-talk.ts'
import { parseSummary, readCard, writeCard } from '#shared/documents/summaries.ts'
import { noticesFor, seenWith, unreadOf, type TalkRow } from '#shared/domain/talk/notices.ts'
import { linesKept } from '#shared/domain/talk/talk-summary.ts'
import type { CommentId, DocName, MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { commentsRoot } from '#shared/documents/roots.ts'

const name = `talk-${'0'.repeat(26)}` as DocName
const [me, julia] = ['1', '2'].map((one) => one.repeat(26) as MemberId)
if (me === undefined || julia === undefined) throw new Error('two people')
const mentionsMe = [{ member: me, name: '思远' }]

/** One document in which each act is of another clientID, as after many openings. */
function talk() {
  const doc = new Y.Doc()
  const people = new Map<number, string>()
  let client = 100
  const as = <T>(person: string, act: (doc: Y.Doc) => T): T => {
    doc.clientID = client += 1
    people.set(client, person)
    return act(doc)
  }
  const writerOf = (one: number): string => people.get(one) ?? `client ${one}`
  const say = (person: string, text: string, mentions = [] as typeof mentionsMe): CommentId =>
    as(person, (at) => idOf(addComment(at, { text, mentions, at: 5 })))
  const answer = (person: string, to: CommentId, text: string): CommentId =>
    as(person, (at) => idOf(reply(at, to, { text, mentions: [], at: 5 })))
  const row = (more: Partial<TalkRow> = {}): TalkRow => ({
    name,
    summary: summariseTalk(doc),
    changedAt: 1,
    writerOf,
    seen: new Map(),
    isMine: false,
    ...more,
  })
  return { doc, as, writerOf, say, answer, row }
}
function idOf(result: ReturnType<typeof addComment> | ReturnType<typeof reply>): CommentId {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const kinds = (row: TalkRow) => noticesFor(me, [row]).map(({ kind, text }) => [kind, text])

test('who is spoken to, takes part, or works on the brief is told; nobody else, and never of their own', () => {
  const { say, answer, row } = talk()
  const thread = say(julia, '背景用哪个', mentionsMe)
  answer(julia, thread, '今天要定')
  const mine = say(me, '尺寸我来')
  answer(julia, mine, '好')
  const hers = say(julia, '另外')
  answer('3', hers, '收到')
  expect(kinds(row())).toEqual([
    ['reply', '好'],
    ['reply', '今天要定'],
    ['mention', '背景用哪个'],
  ])
  expect(kinds(row({ isMine: true })).map(([kind]) => kind)).toEqual([
    'on-your-brief',
    'on-your-brief',
    'reply',
    'reply',
    'mention',
  ])
})

test('an edit of its author counts on any of their devices, a taking back ends the notice, a stranger’s edit changes nothing', () => {
  const { doc, as, writerOf, say, row } = talk()
  const first = say(julia, '一稿')
  as(julia, (at) =>
    editComment(at, first, { text: '二稿 @思远', mentions: mentionsMe, at: 6 }, writerOf),
  )
  as('3', (at) =>
    commentsRoot(at).set(`${first}/edit.9.${doc.clientID.toString(36)}`, { text: '', at: 1 }),
  )
  expect(kinds(row())).toEqual([['mention', '二稿 @思远']])
  as(julia, (at) => takeBack(at, first, 7, writerOf))
  expect(kinds(row())).toEqual([])
})

test('unread is what came after one last looked, however late it was written, and comes first', () => {
  const { say, row } = talk()
  say(julia, '旧', mentionsMe)
  const seen = seenWith(new Map(), row().summary)
  expect(unreadOf(me, row({ seen }))).toBe(0)
  say(julia, '新', mentionsMe)
  say(me, '我的')
  expect(unreadOf(me, row({ seen }))).toBe(1)
  const other = talk()
  other.say(julia, '另一处', mentionsMe)
  const read = other.row({ changedAt: 9, seen: seenWith(new Map(), other.row().summary) })
  expect(noticesFor(me, [read, row({ seen })]).map(({ text, unread }) => [text, unread])).toEqual([
    ['新', true],
    ['另一处', false],
    ['旧', false],
  ])
})

test('a row stays small however long the talk is, and is read back as it was', () => {
  const { say, answer, row } = talk()
  const first = say(julia, '字'.repeat(limits.commentCharacters), mentionsMe)
  for (let at = 0; at < 200; at += 1) answer(at % 2 ? me : julia, first, `👩‍👩‍👧‍👦`.repeat(300))
  const { summary } = row()
  expect(summary.count).toBe(201)
  expect(summary.lines).toHaveLength(linesKept)
  expect(JSON.stringify(summary).length).toBeLessThan(8_000)
  expect(parseSummary(JSON.parse(JSON.stringify(summary)), name)).toEqual(summary)
  expect(parseSummary({ count: 1 }, name)).toBeNull()
})

test('a card never has more than its bytes, keeps the count and who is spoken to, and tells what fits of the words', () => {
  const { say, row } = talk()
  say(julia, '@思远 白底图', mentionsMe)
  const small = readCard(writeCard(row().summary), name)
  expect(small).toEqual(row().summary)
  for (let at = 0; at < 30; at += 1) say(julia, '很长的话'.repeat(200), mentionsMe)
  const bytes = writeCard(row().summary)
  expect(bytes.byteLength).toBeLessThanOrEqual(limits.cardBytes)
  const card = readCard(bytes, name)
  if (card?.kind !== 'talk') throw new Error('a card of a talk')
  expect(card.count).toBe(31)
  expect(kinds(row({ summary: card }))).toEqual([
    ['mention', ''],
    ['mention', ''],
  ])
  expect(readCard(new Uint8Array([1, 2, 3]), name)).toBeNull()
})
