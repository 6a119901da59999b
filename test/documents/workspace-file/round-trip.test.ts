/** A workspace written as a file and brought into an empty one: every document shows the same, and says the same when it is exported again. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { importWorkspace } from '#client/features/device/import-workspace.ts'
import { openWorkspaceFile } from '#client/features/device/open-workspace-file.ts'
import { writeWorkspaceFile } from '#client/features/device/write-workspace-file.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { addQuote, chooseQuote, setCostChoice } from '#shared/documents/commands/costs.ts'
import { setPrice } from '#shared/documents/commands/prices.ts'
import { removeProduct } from '#shared/documents/commands/brief-products.ts'
import {
  addComment,
  editComment,
  reply,
  resolveThread,
  takeBack,
} from '#shared/documents/commands/talk.ts'
import { contentOf } from '#shared/documents/content.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { readTalk } from '#shared/documents/readers/read-talk.ts'
import { summariseTalk } from '#shared/documents/readers/summarise-talk.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { newRowId } from '#shared/domain/briefs/row-ids.ts'
import { demoBriefs } from '#shared/domain/demo/demo-briefs.ts'
import { noticesFor } from '#shared/domain/talk/notices.ts'
import { documentNamed, kindOf, topicOf } from '#shared/lib/document-kinds.ts'
import { newId, type DocName } from '#shared/lib/ids.ts'
import { createRandom, type Random } from '#shared/lib/random.ts'
import { bytesFrom, writeDemoBrief } from '#shared/documents/commands/demo-brief.ts'
import { replicas, sync } from '#test/documents/replicas.ts'
import { emptyWorkspace, fileFrom, memberOf, people, workspace, type Known } from './file-world.ts'

const SEEDS = [11, 12, 13]

/** Two people's briefs and talks with everything a merge can leave: candidates, removals, edits, answers, taken back. */
function busy(seed: number): Known[] {
  const random = createRandom(seed)
  const topics = demoBriefs('small', seed)
    .slice(0, 8)
    .map((brief) => ({
      brief,
      topic: newId(bytesFrom(random)),
    }))
  return [
    ...topics.map(({ brief, topic }) =>
      known(`brief-${topic}`, random, (one, other) => {
        writeDemoBrief(one, brief, '2026-11-27', random)
        sync(one, other)
        setTitle(one, `${brief.title} 甲`)
        setTitle(other, `${brief.title} 乙`)
        const [product] = readBrief(other).products
        if (product !== undefined) removeProduct(other, product.id)
      }),
    ),
    ...topics.map(({ topic }) => known(`talk-${topic}`, random, talk(random))),
    ...topics.map(({ topic }) =>
      known(`costs-${topic}`, random, (one, other) => {
        const quote = { vendor: '青禾视觉', amount: 3200, currency: 'CNY', hours: 24 }
        const said = { ...quote, validUntil: '2026-12-20', note: '' }
        const id = newRowId(bytesFrom(random))
        addQuote(one, id, said)
        chooseQuote(one, id)
        setCostChoice(other, 'vendorShare', 40)
        addQuote(other, newRowId(bytesFrom(random)), { ...said, vendor: 'Lumen', hours: null })
      }),
    ),
    known(`prices-${workspace.id}`, random, (one, other) => {
      setPrice(one, 'rate.inhouse', 95)
      setPrice(other, 'exchange.USD', 7.1)
    }),
    known(`workspace-${workspace.id}`, random, (one) => {
      rootMap(one, 'fields').set('currency', 'EUR')
      rootMap(one, 'scope').set('markets.de/on', true)
    }),
    ...people.map(({ member }) =>
      known(`person-${member}`, random, (one) => {
        rootMap(one, 'fields').set('timeZone', 'Europe/Berlin')
        rootMap(one, 'languages').set('de/level', 4)
      }),
    ),
  ]
}

const talk =
  (random: Random) =>
  (one: Y.Doc, other: Y.Doc): void => {
    const saying = (text: string) => ({ text, mentions: [{ ...mentioned }], at: 1_750_000_000_000 })
    const writerOf = (client: number): string => (client === one.clientID ? 'one' : 'other')
    const first = addComment(one, saying('交期定了吗 @Lin'))
    sync(one, other)
    if (!first.ok) throw new Error('refused')
    const answer = reply(other, first.value, saying(`答 ${random.int(1000)}`))
    const second = addComment(other, saying('Zweites Thema'))
    sync(one, other)
    if (!answer.ok || !second.ok) throw new Error('refused')
    editComment(other, answer.value, saying('改过的回答'), writerOf)
    takeBack(other, second.value, 1_750_000_000_001, writerOf)
    resolveThread(one, first.value)
  }
const [, lin] = people
const mentioned = { member: lin.member, name: lin.name }

function known(name: string, random: Random, write: (one: Y.Doc, other: Y.Doc) => void): Known {
  const [one, other] = replicas(2, 1 + random.int(1e9))
  if (one === undefined || other === undefined) throw new Error('two')
  write(one, other)
  sync(one, other)
  const [owner, guest] = people
  const owners = new Map<number, (typeof people)[number]>([
    [one.clientID, owner],
    [other.clientID, guest],
  ])
  return {
    name: name as DocName,
    updates: [Y.encodeStateAsUpdate(one)],
    authorOf: (client) => owners.get(client) ?? { name: '', member: null },
  }
}

async function exported(
  docs: readonly Known[],
  from = workspace,
): Promise<{ text: string; content: Map<string, unknown> }> {
  const file = await fileFrom(docs, from)
  const text = await file.text()
  const { documents } = JSON.parse(text)
  return {
    text,
    content: new Map(
      documents.map((one: { name: string; content: unknown }) => [one.name, one.content]),
    ),
  }
}

const docOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

test.each(SEEDS)(
  'what is exported, imported and exported again says the same (seed %i)',
  async (seed) => {
    const docs = busy(seed)
    const before = await exported(docs)
    const opened = await openWorkspaceFile(new File([before.text], 'a.json'))
    if (!opened.ok) throw new Error(opened.refusal.code)
    const target = emptyWorkspace()
    expect(await importWorkspace(target.replica, opened.value)).toEqual({
      ok: true,
      value: { documents: docs.length, files: 0, lost: 0 },
    })
    const after = await exported(target.known(), target.workspace)
    for (const { name, updates } of docs) {
      const own = /^(workspace|prices)-/.exec(name)
      const here = own === null ? name : (`${own[1]}-${target.workspace.id}` as DocName)
      expect(after.content.get(here), `${name} of seed ${seed}`).toEqual(before.content.get(name))
      const [was, is] = [docOf(updates), docOf(target.updates(here))]
      const bare = (doc: Y.Doc): unknown =>
        JSON.parse(contentOf(doc)).filter(([root]: [string]) => root !== 'brought')
      expect(bare(is), name).toEqual(bare(was))
    }
    // And once more elsewhere: nothing wears off.
    const again = await openWorkspaceFile(new File([after.text], 'b.json'))
    if (!again.ok) throw new Error(again.refusal.code)
    const third = emptyWorkspace('3', 'http://third.test')
    await importWorkspace(third.replica, again.value)
    const last = await exported(third.known(), third.workspace)
    for (const [name, content] of after.content)
      if (!/^(workspace|prices)-/.test(name)) expect(last.content.get(name), name).toEqual(content)
  },
)

test('imported comments keep their authors’ names, and are nobody’s here to edit or take back', async () => {
  const docs = busy(21)
  const { text } = await exported(docs)
  const opened = await openWorkspaceFile(new File([text], 'a.json'))
  if (!opened.ok) throw new Error(opened.refusal.code)
  const target = emptyWorkspace()
  await importWorkspace(target.replica, opened.value)
  const name = docs.find((one) => kindOf(one.name) === 'talk')?.name ?? ''
  const doc = docOf(target.updates(name))
  const mine = (): string => target.replica.identity.member
  const [thread] = readTalk(doc, mine)
  expect(thread?.comments.map(({ writer }) => writer.split(' ').at(-1))).toEqual(['陈思远', 'Lin'])
  const [comment] = thread?.comments ?? []
  if (comment === undefined) throw new Error('no comment')
  expect(editComment(doc, comment.id, { text: 'x', mentions: [], at: 1 }, mine)).toEqual({
    ok: false,
    refusal: { code: 'not-yours' },
  })
})

test('nobody can hand another’s comments to a name: it counts only from whom the clientID belongs to', () => {
  const [one, other] = replicas(2, 5)
  if (one === undefined || other === undefined) throw new Error('two')
  addComment(one, { text: '我说的', mentions: [], at: 1 })
  sync(one, other)
  other.getMap('brought').set(`${one.clientID.toString(36)}/by`, ['别人', null])
  const writerOf = (client: number): string => (client === one.clientID ? 'one' : 'other')
  expect(readTalk(other, writerOf)[0]?.comments[0]?.writer).toBe('one')
  one.getMap('brought').set(`${one.clientID.toString(36)}/by`, ['自己放弃', null])
  expect(readTalk(one, writerOf)[0]?.comments[0]?.writer).toContain('自己放弃')
})

test('nobody is told of imported comments, unless it was somebody else who called them so', async () => {
  const { text } = await exported(busy(22))
  const opened = await openWorkspaceFile(new File([text], 'a.json'))
  if (!opened.ok) throw new Error(opened.refusal.code)
  const target = emptyWorkspace()
  await importWorkspace(target.replica, opened.value)
  const name = target.known().find((one) => kindOf(one.name) === 'talk')?.name
  if (name === undefined) throw new Error('no talk')
  const doc = docOf(target.updates(name))
  const row = { name, summary: summariseTalk(doc), changedAt: 1, seen: new Map(), isMine: true }
  expect(noticesFor(memberOf('c'), [{ ...row, writerOf: () => memberOf('z') }])).toEqual([])
  const apart = noticesFor(memberOf('c'), [{ ...row, writerOf: String }])
  expect(apart.length).toBeGreaterThan(0)
})

test('into another workspace of the same relay briefs and talks get new names and stay paired, the same each time', async () => {
  const docs = busy(31)
  const { text } = await exported(docs)
  const opened = await openWorkspaceFile(new File([text], 'a.json'))
  if (!opened.ok) throw new Error(opened.refusal.code)
  const [target, again] = [
    emptyWorkspace('2', workspace.relay),
    emptyWorkspace('2', workspace.relay),
  ]
  await importWorkspace(target.replica, opened.value)
  await importWorkspace(again.replica, opened.value)
  const names = target.known().map(({ name }) => name)
  expect(again.known().map(({ name }) => name)).toEqual(names)
  expect(names.filter((name) => docs.some((one) => one.name === name))).toEqual([])
  for (const name of names.filter((one) => kindOf(one) === 'brief'))
    expect(names).toContain(documentNamed('talk', topicOf(name)))
})

test('a workspace with briefs, or one the relay has not told of, takes no file; a full disk leaves nothing', async () => {
  const { text } = await exported(busy(41))
  const opened = await openWorkspaceFile(new File([text], 'a.json'))
  if (!opened.ok) throw new Error(opened.refusal.code)
  const target = emptyWorkspace()
  target.link = 'waiting'
  expect(await importWorkspace(target.replica, opened.value)).toMatchObject({
    refusal: { code: 'not-connected' },
  })
  target.link = 'ready'
  target.isFull = true
  expect(await importWorkspace(target.replica, opened.value)).toMatchObject({
    refusal: { code: 'not-stored' },
  })
  expect(target.known()).toEqual([])
  target.isFull = false
  await importWorkspace(target.replica, opened.value)
  expect(await importWorkspace(target.replica, opened.value)).toMatchObject({
    refusal: { code: 'not-empty' },
  })
})

test('a document that could not be fetched is named as missing, and the file goes in without it', async () => {
  const docs = busy(51)
  const [first] = docs
  if (first === undefined) throw new Error('one')
  const written = await writeWorkspaceFile(
    {
      all: 2,
      toFetch: 1,
      canFetch: false,
      async *documents() {
        yield { ...first, updates: [] }
        yield* docs.slice(1)
      },
    },
    {
      head: { exportedAt: '2026-11-27T00:00:00.000Z', by: people[0], workspace },
      people: [...people],
      titleOf: () => '露营灯',
      bytesOf: async () => null,
      progressed: () => undefined,
      pause: async () => undefined,
    },
  )
  expect(written.missing).toEqual([{ name: first.name, title: '露营灯' }])
  const opened = await openWorkspaceFile(new File([written.blob], 'a.json'))
  expect(opened).toMatchObject({ ok: true, value: { missing: [{ title: '露营灯' }] } })
})

test('attached files go out in a ZIP and come back the same; one that was damaged, or could not be had, is told', async () => {
  const bytes = (text: string): Blob => new Blob([text])
  const idOf = (text: string): string => createHash('sha256').update(text).digest('hex')
  const [cup, lid, lost] = ['a picture of a cup', 'PK\u0003\u0004 a lid', 'never sent']
  const docs = [brief('1', [cup, lid]), brief('2', [lid, lost])]
  const file = await fileFrom(
    docs,
    workspace,
    new Map([cup, lid].map((text) => [idOf(text), bytes(text)])),
  )
  const opened = await openWorkspaceFile(new File([file], 'a.zip'))
  if (!opened.ok) throw new Error(opened.refusal.code)
  expect(opened.value.missingFiles).toEqual([idOf(lost)])
  const target = emptyWorkspace()
  expect(await importWorkspace(target.replica, opened.value)).toEqual({
    ok: true,
    value: { documents: 2, files: 2, lost: 0 },
  })
  expect([...target.files.keys()].sort()).toEqual([cup, lid].map(idOf).sort())
  expect(target.files.get(idOf(lid))?.docs).toHaveLength(2)
  expect(await target.files.get(idOf(cup))?.bytes.text()).toBe(cup)
  // A byte of one picture turned: the documents come, that picture does not.
  const turned = Buffer.from(await file.arrayBuffer())
  turned.write('A', turned.indexOf(cup))
  const again = await openWorkspaceFile(new File([turned], 'b.zip'))
  if (!again.ok) throw new Error(again.refusal.code)
  expect(await importWorkspace(emptyWorkspace('3').replica, again.value)).toMatchObject({
    value: { documents: 2, files: 1, lost: 1 },
  })
  // Half of it is no file at all.
  const half = await openWorkspaceFile(new File([turned.subarray(0, turned.length - 40)], 'c.zip'))
  expect(half.ok).toBe(false)

  function brief(digit: string, files: readonly string[]): Known {
    const doc = new Y.Doc()
    setTitle(doc, `露营灯 ${digit}`)
    for (const text of files) {
      rootMap(doc, 'files').set(`${idOf(text)}/name`, `${text}.png`)
      rootMap(doc, 'files').set(`${idOf(text)}/size`, text.length)
    }
    const name = documentNamed('brief', digit.repeat(26))
    const updates = [Y.encodeStateAsUpdate(doc)]
    return { name, updates, authorOf: () => ({ name: 'Lin', member: memberOf('b') }) }
  }
})
