/** What a guest is told does not depend on what others do: pages, their sizes, cursors, news, names. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { randomId, type DocName, type Topic } from '#shared/lib/ids.ts'
import { feedPageSchema, peopleSchema } from '#shared/protocol/control.ts'
import { jsonFrame, pushFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { control, hasRead, json, post, signIn, type Device } from './device.ts'
import { type } from './frames.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { memberInvite, newInviteKey, sayInvite } from './inviting.ts'
import { actingOn, type Acting } from './people-of-roles.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'
import { speakerOn } from './saying-records.ts'

let running: RunningRelay
let acting: Acting
let owner: Device
let topic: Topic
let doc: DocName
beforeAll(async () => {
  running = await runRelay()
  acting = await actingOn(running, Date.now)
  owner = await signIn(running.address, running.owner)
})
afterAll(() => running.stop())
beforeEach(async () => {
  topic = randomId() as Topic
  doc = documentNamed('brief', topic)
  await owner.push(doc, type(new Y.Doc(), 'a'))
})

async function pagesOf(device: Device, from: string | null = null) {
  const pages: { bytes: number; docs: string[]; cursor: string }[] = []
  for (let cursor = from; ;) {
    device.say(jsonFrame(toRelay.feed, { cursor }))
    const frame = await device.take(control(toDevice.feedPage))
    const page = feedPageSchema.parse(json(frame))
    const docs = page.entries.map((entry) => entry.doc)
    pages.push({ bytes: frame.body.byteLength, docs, cursor: page.cursor })
    if (!page.more) return pages
    cursor = page.cursor
  }
}
/** Others write in more documents than a page holds. */
async function othersWrite(count: number): Promise<void> {
  const numbers = Array.from({ length: count }, () => owner.nextN())
  for (const n of numbers)
    owner.say(
      pushFrame({ n, doc: newDoc(), note: new Uint8Array(0), bytes: type(new Y.Doc(), 'x') }),
    )
  for (const n of numbers) expect(await owner.answer(n)).toMatchObject({ seq: 1 })
}

test('however much others write, a guest’s pages are the same, to the byte', async () => {
  const guest = await acting.guest([topic], 'view')
  const before = await pagesOf(guest)
  await othersWrite(limits.feedEntries + 20)
  const after = await pagesOf(guest)
  expect(after.map(({ bytes, docs }) => ({ bytes, docs }))).toEqual(
    before.map(({ bytes, docs }) => ({ bytes, docs })),
  )
  expect(after.map(({ docs }) => docs)).toEqual([[doc]])
  const last = before.at(-1)?.cursor ?? null
  const rest = await pagesOf(guest, last)
  expect(rest.map(({ docs }) => docs)).toEqual([[]])
  expect(after.at(-1)?.cursor.length).toBe(last?.length)
  // Their own document behind all of it comes with the next page.
  await owner.push(doc, type(new Y.Doc(), 'b'))
  expect((await pagesOf(guest, last)).map(({ docs }) => docs)).toEqual([[doc]])
})

test('a guest hears no news of others’ work, and of their own document does', async () => {
  // Nothing was written there yet: no earlier round can be about it.
  const quiet = randomId() as Topic
  const guest = await acting.guest([quiet], 'view')
  const member = await running.device('member')
  await owner.push(newDoc(), type(new Y.Doc(), 'x'))
  await member.take(control(toDevice.news))
  // So few are told in one turn: the guest would have been, too.
  await hasRead(guest)
  expect(guest.frames.filter(control(toDevice.news))).toEqual([])
  await owner.push(documentNamed('brief', quiet), type(new Y.Doc(), 'x'))
  await guest.take(control(toDevice.news))
})

test('a guest knows who invited them and who works with them, and is told of nobody else', async () => {
  const guest = await acting.guest([topic], 'view', 'Zoé')
  const named = guest.welcome.people.map(({ name }) => name).sort()
  expect(named).toEqual(['Mei', 'Zoé'])
  const lin = await running.device('member')
  await othersWrite(3)
  await hasRead(guest)
  expect(guest.frames.filter(control(toDevice.people))).toEqual([])
  await lin.push(doc, type(new Y.Doc(), 'from Lin'))
  guest.say(jsonFrame(toRelay.feed, { cursor: null }))
  const { people } = peopleSchema.parse(json(await guest.take(control(toDevice.people))))
  expect(people.map(({ name }) => name).sort()).toEqual(['Lin', 'Mei', 'Zoé'])
  const { people: all } = (await signIn(running.address, running.owner)).welcome
  expect(all.length).toBeGreaterThan(people.length)
})

test('a guest reads of no invites and makes none but for a device of their own', async () => {
  const mei = speakerOn(owner)
  const theirs = newInviteKey()
  expect(await sayInvite(mei, memberInvite(owner.welcome.now), theirs)).toHaveProperty('seq')
  const guest = speakerOn(await acting.guest([topic], 'edit'))
  const { now } = guest.device.welcome
  expect(await sayInvite(guest, memberInvite(now))).toBe('no-access')
  const link = { for: 'guest', topics: [topic], right: 'view', expiresAt: now + 1_000, uses: 1 }
  expect(await sayInvite(guest, link)).toBe('no-access')
  const end = { kind: 'invite', outcome: 'ended', subject: theirs.id, body: {} }
  expect(await guest.say(await guest.fact(end))).toBe('no-access')
  const mine = newInviteKey()
  const code = { for: 'device', expiresAt: now + 1_000 }
  expect(await sayInvite(guest, code, mine)).toMatchObject({ n: 4 })
  const seen = await post(running.address, '/api/invites/look', { invite: mine })
  expect(await seen.json()).toMatchObject({ for: 'device', access: 'guest' })
  const { rows } = await guest.read(peopleScope(owner.welcome.workspace.id))
  expect(rows).toEqual([])
})
