/** Who may do what, seen from the device: a viewer's edit, a reader's silence, an invite's role, a taken id, a session. */
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { noticeFor } from '#client/app/status/notices.ts'
import { appWords } from '#client/app/words.ts'
import { join as joinRelay } from '#client/replica/join.ts'
import { readFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { accessLevels } from '#shared/lib/access.ts'
import { createNodeDevice } from '#test/support/node-device.ts'
import { workspaceDocument } from '#shared/lib/document-kinds.ts'
import { post } from '../server/relay/device.ts'
import { fieldsOf, inviteFrom, set, until, type RealDevice } from './real-device.ts'
import { isReady, isSafe, startWorld, type World } from './world.ts'

let world: World
afterEach(() => world.end())

const frames = (all: readonly Uint8Array[], wanted: number) =>
  all.map(readFrame).filter(({ channel, type }) => channel === 0 && type === wanted)
const pushes = ({ said }: RealDevice): number => frames(said, toRelay.push).length

test('a viewer’s edit is refused loudly, kept, exportable, and the document is the relay’s again', async () => {
  world = await startWorld()
  const { tab: owners } = world.owner
  const name = owners.newDocumentName('brief')
  const written = owners.openDocument(name)
  set(written.doc(), 'rush', 'standard')
  await isSafe(owners, name)

  const viewer = await world.person('viewer', 'Nguyen Lan')
  const shown = viewer.tab.openDocument(name)
  await until(() => fieldsOf(shown.doc())['rush'] === 'standard', 'the brief at the viewer')
  expect(shown.canWrite()).toBe(false)
  const told: { moved: number; reason: string }[] = []
  viewer.tab.onRefused(({ moved, reason }) => void told.push({ moved, reason }))
  const kinds: string[] = []
  viewer.tab.status.subscribe(() => void kinds.push(viewer.tab.status.of(name).kind))
  set(shown.doc(), 'rush', 'rush')
  set(shown.doc(), 'title', 'mine')
  await until(() => told.length > 0, 'the refusal is told')

  expect(told).toEqual([{ moved: 1, reason: 'no-access' }])
  expect(kinds).not.toContain('safe')
  expect(viewer.tab.status.of(name)).toMatchObject({ kind: 'refused', refused: 1, waiting: 0 })
  expect(fieldsOf(shown.doc())).toEqual({ rush: 'standard' })
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ rush: 'standard' })
  expect(await viewer.tab.refused()).toMatchObject([{ doc: name, reason: 'no-access' }])
  const file = z.parse(
    z.object({ document: z.string(), changes: z.array(z.object({ reason: z.string() })) }),
    JSON.parse(new TextDecoder().decode(await viewer.tab.exportRefused(name))),
  )
  expect(file).toEqual({ document: name, changes: [{ reason: 'no-access' }] })

  set(written.doc(), 'rush', 'rush')
  await until(() => fieldsOf(shown.doc())['rush'] === 'rush', 'later edits still reach the viewer')
})

test('a device that is turned away keeps what waits, says so, and can export it', async () => {
  world = await startWorld()
  const { device, tab } = await world.person('member', 'Julia Brandt')
  const name = tab.newDocumentName('brief')
  const open = tab.openDocument(name)
  set(open.doc(), 'a', 1)
  await isSafe(tab, name)
  device.cut()
  withdraw(device)
  set(open.doc(), 'b', 2)
  await open.whenStored()
  device.heal()
  tab.retry()
  // Its session is refused first, then its key; not `signed-out`, which is for who is not known.
  await until(() => tab.status.overall().link === 'no-access', 'turned away')
  expect(noticeFor(tab.status.overall(), appWords.zh, String, () => '')?.text).toBe(
    appWords.zh.noAccess,
  )
  expect(tab.status.overall()).toMatchObject({ kind: 'on-device', waiting: 1, refused: 0 })
  expect(tab.status.of(name)).toMatchObject({ kind: 'on-device', waiting: 1 })
  const file = z.parse(
    z.object({ waiting: z.array(z.object({ yjsUpdate: z.string() })) }),
    JSON.parse(new TextDecoder().decode(await tab.exportRefused(name))),
  )
  expect(file.waiting.length).toBe(1)
  set(open.doc(), 'c', 3)
  await until(() => tab.status.of(name).waiting === 2, 'editing goes on')
})

test('a viewer who only reads makes no rows, also where much was deleted', async () => {
  world = await startWorld()
  const { tab: owners } = world.owner
  const name = owners.newDocumentName('brief')
  const written = owners.openDocument(name)
  const notes = written.doc().getText('text')
  notes.insert(0, 'much too long')
  notes.delete(4, 9)
  await isSafe(owners, name)
  const viewer = await world.person('viewer', 'Nguyen Lan')
  const shown = viewer.tab.openDocument(name)
  await until(() => shown.doc().getText('text').toJSON() === 'much', 'the notes at the viewer')
  notes.insert(4, ' better')
  await until(() => shown.doc().getText('text').toJSON() === 'much better', 'a live edit')
  await shown.close()
  const again = viewer.tab.openDocument(name)
  await again.whenLoaded
  await until(() => again.awareness().getStates().size === 2, 'opened again')
  notes.insert(0, 'so ')
  await until(() => again.doc().getText('text').toJSON() === 'so much better', 'one more')
  await isSafe(viewer.tab, name)

  expect(pushes(viewer.device)).toBe(0)
  expect((await viewer.tab.refused()).length).toBe(0)
  expect((await world.stored(name)).seq).toBe(pushes(world.owner.device))
})

test('an invite gives exactly its role', async () => {
  world = await startWorld()
  const { tab: owners } = world.owner
  const name = owners.newDocumentName('brief')
  set(owners.openDocument(name).doc(), 'rush', 'rush')
  await isSafe(owners, name)
  for (const access of accessLevels.filter((level) => level !== 'owner' && level !== 'guest')) {
    const { device, tab } = await world.person(access, access)
    await isReady(tab)
    expect(tab.access()).toBe(access)
    expect(device.identity.access).toBe(access)
    const inviting = inviteFrom(device, tab, 'member')
    if (access === 'lead') expect(await inviting).toHaveProperty('secret')
    else await expect(inviting).rejects.toThrow('refused')
    const shown = tab.openDocument(name)
    await until(() => fieldsOf(shown.doc())['rush'] === 'rush', `the brief at a ${access}`)
    expect(shown.canWrite()).toBe(access !== 'viewer')
    await tab.close()
  }
})

test('a member made a viewer is told where the document is open, and again when made a member', async () => {
  world = await startWorld()
  const { device, tab } = await world.person('member', 'Julia Brandt')
  const name = tab.newDocumentName('brief')
  const shown = tab.openDocument(name)
  set(shown.doc(), 'a', 1)
  await isSafe(tab, name)
  const setAccess = (access: string): void => {
    const db = new Database(join(world.dataDir, 'asterism.sqlite'))
    db.prepare(
      'UPDATE member SET access = ?, access_version = access_version + 1 WHERE id = ?',
    ).run(access, device.identity.member)
    db.close()
  }
  setAccess('viewer')
  await until(() => !shown.canWrite(), 'told that it is read only', 8_000)
  expect(tab.access()).toBe('viewer')
  setAccess('member')
  await until(() => shown.canWrite(), 'told that it may be written', 8_000)
  set(shown.doc(), 'b', 2)
  await isSafe(tab, name)
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ a: 1, b: 2 })
  expect(frames(device.said, toRelay.hello).length).toBe(1)
})

test('a used up invite lets nobody else in', async () => {
  world = await startWorld()
  const invite = await inviteFrom(world.owner.device, world.owner.tab, 'member')
  const first = await joinRelay(createNodeDevice(world.address), { invite, name: 'Julia' })
  expect(first.ok).toBe(true)
  const second = await joinRelay(createNodeDevice(world.address), { invite, name: 'Late' })
  expect(second.ok ? null : second.refusal.code).toBe('invite-used-up')
})

test('a device whose document bears a taken client id takes another and goes on', async () => {
  world = await startWorld()
  const { tab: owners } = world.owner
  const { device, tab } = await world.person('member', 'Julia Brandt')
  await isReady(tab)
  const name = owners.newDocumentName('brief')
  const written = owners.openDocument(name)
  await until(
    () => frames(world.owner.device.heard, toDevice.opened).length === 1,
    'open at the owner',
  )
  // Nothing is written yet: only the relay knows that the id is taken.
  const shown = tab.openDocument(name)
  const taken = (shown.doc().clientID = written.doc().clientID)
  await until(() => shown.doc().clientID !== taken, 'another id')
  await until(() => written.awareness().getStates().size === 2, 'both are seen')
  expect(shown.awareness().getStates().size).toBe(2)
  expect(frames(device.heard, toDevice.denied).length).toBe(1)
  set(shown.doc(), 'b', 2)
  set(written.doc(), 'a', 1)
  await isSafe(tab, name)
  await until(() => fieldsOf(written.doc())['b'] === 2, 'the edit at the owner')
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ a: 1, b: 2 })
})

test('a document that finds its client id in others’ rows takes another, and presence follows', async () => {
  world = await startWorld()
  const { tab: owners } = world.owner
  const { tab } = await world.person('member', 'Julia Brandt')
  const name = owners.newDocumentName('brief')
  const written = owners.openDocument(name)
  set(written.doc(), 'a', 1)
  await isSafe(owners, name)
  await until(() => tab.index.list().length === 1, 'the rows are on the device')
  const shown = tab.openDocument(name)
  const taken = (shown.doc().clientID = written.doc().clientID)
  await until(() => shown.doc().clientID !== taken, 'another id')
  await until(() => written.awareness().getStates().size === 2, 'both are seen')
  expect(shown.awareness().getStates().size).toBe(2)
  set(shown.doc(), 'b', 2)
  await isSafe(tab, name)
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ a: 1, b: 2 })
})

test('a session is renewed on the open socket before it ends', async () => {
  world = await startWorld()
  const { device, tab } = world.owner
  await isReady(tab)
  const links: string[] = []
  tab.status.subscribe(() => void links.push(tab.status.overall().link))
  const doc = workspaceDocument(device.identity.workspace.id)
  const asks = async (token: string | null): Promise<number> =>
    (await post(world.address, '/api/doc-token', { doc }, token ?? '')).status
  const tokens = new Set([tab.sessionToken()])
  const minutes = 60_000
  for (let round = 0; round < 3; round += 1) {
    const before = tab.sessionToken()
    world.clock.skip(10 * minutes + 1)
    await until(() => tab.sessionToken() !== before, 'a new token')
    tokens.add(tab.sessionToken())
    expect(await asks(tab.sessionToken())).toBe(200)
  }
  const [first] = tokens
  expect(await asks(first ?? null)).toBe(401)
  expect(tokens.size).toBe(4)
  // Other news may come meanwhile, as of a record that was received; the link is never told to be anything else.
  expect(links.filter((link) => link !== 'ready')).toEqual([])
  expect(frames(device.said, toRelay.hello).length).toBe(1)
})

test('a device that slept through its session signs in again by itself', async () => {
  world = await startWorld()
  const { device, tab } = world.owner
  await isReady(tab)
  const name = tab.newDocumentName('brief')
  const open = tab.openDocument(name)
  device.cut()
  world.clock.skip(60 * 60_000)
  set(open.doc(), 'a', 1)
  device.heal()
  tab.retry()
  await isSafe(tab, name)
  expect(fieldsOf((await world.stored(name)).doc)).toEqual({ a: 1 })
})

/** As a removal of the device will do it: there is no screen for it yet. */
function withdraw({ identity }: RealDevice): void {
  const db = new Database(join(world.dataDir, 'asterism.sqlite'))
  db.prepare('UPDATE device SET revoked = 1 WHERE id = ?').run(identity.device)
  db.close()
}
