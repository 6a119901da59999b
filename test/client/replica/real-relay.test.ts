/** Two devices against the relay itself, in one process, over real HTTP and real sockets. */
import 'fake-indexeddb/auto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createNodeDevice } from '#test/support/node-device.ts'
import { join, lookAtInvite, relayState } from '#client/replica/join.ts'
import { openReplica } from '#client/replica/open-replica.ts'
import { readEnvironment } from '#server/environment.ts'
import { startRelay, type Relay } from '#server/start-relay.ts'
import { endInvite } from '#client/live/make-invite.ts'
import type { InviteId } from '#shared/lib/ids.ts'
import { readInvites } from '#shared/records/invites.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { inviteLinkOf, keyIn } from '#test/support/invite-key.ts'
import { fields, set } from './fake-device.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function start(dataDir: string, port: number): Promise<Relay> {
  const environment = readEnvironment({
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
  })
  return startRelay(environment)
}

const summariser = {
  summarise: (_name: string, doc: { getMap(name: string): { toJSON(): unknown } }) =>
    JSON.stringify(doc.getMap('fields').toJSON()),
  parseSummary: String,
  writeCard: (text: string) => new TextEncoder().encode(text),
  readCard: (card: Uint8Array) => new TextDecoder().decode(card),
}

async function until(done: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let i = 0; i < 1_500; i += 1) {
    if (await done()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`never came: ${what}`)
}

test('an owner and an invited colleague edit one brief, the relay goes and comes back, nothing is missing', async () => {
  const dataDir = await mkdtemp(path(tmpdir(), 'asterism-'))
  closing.push(() => rm(dataDir, { recursive: true }))
  let relay = await start(dataDir, 0)
  closing.push(() => relay.close())
  const { address } = relay
  const ownerSide = createNodeDevice(address)
  expect(await relayState(ownerSide)).toMatchObject({ ok: true, value: { owner: 'open' } })
  const owner = await join(ownerSide, { invite: null, name: '陈思远', workspace: '山屿家居' })
  if (!owner.ok) throw new Error(owner.refusal.en)
  const one = await openReplica(ownerSide, owner.value, summariser)
  closing.push(() => one.close())
  const name = one.newDocumentName('brief')
  const here = one.openDocument(name)
  set(here.doc(), 'rush', 'rush')
  await until(
    () => one.status.overall().kind === 'safe' && one.status.of(name).kind === 'safe',
    'the first edit is safe',
  )

  const expiresAt = ownerSide.now() + 3_600_000
  const link = await inviteLinkOf(one, { uses: 2, expiresAt })
  expect(link.startsWith(`${address}/join#`)).toBe(true)
  const invite = keyIn(link)
  const colleagueSide = createNodeDevice(address)
  expect(await lookAtInvite(colleagueSide, invite)).toMatchObject({
    ok: true,
    value: { workspace: '山屿家居' },
  })
  const colleague = await join(colleagueSide, { invite, name: 'Julia Brandt' })
  if (!colleague.ok) throw new Error(colleague.refusal.en)
  const two = await openReplica(colleagueSide, colleague.value, summariser)
  closing.push(() => two.close())
  await until(() => two.index.list().length === 1, 'the brief is in the list without being opened')
  expect(two.index.list()[0]?.summary).toBe('{"rush":"rush"}')

  const there = two.openDocument(name)
  await until(
    () => there.doc().getMap('fields').get('rush') === 'rush',
    'the brief at the colleague',
  )
  await until(() => there.awareness().getStates().size === 2, 'the owner is seen')
  set(there.doc(), 'wantedBy', '2026-12-24')
  await until(
    () => here.doc().getMap('fields').get('wantedBy') === '2026-12-24',
    "the colleague's edit at the owner",
  )

  await relay.close()
  await until(
    () => one.status.overall().link === 'relay-down' && two.status.overall().link === 'relay-down',
    'the relay is gone',
  )
  set(here.doc(), 'a', 1)
  set(there.doc(), 'b', 2)
  await here.whenStored()
  await until(() => one.status.of(name).kind === 'on-device', 'waiting is told')
  relay = await start(dataDir, Number(new URL(address).port))
  one.retry()
  two.retry()
  await until(
    () => one.status.of(name).kind === 'safe' && two.status.of(name).kind === 'safe',
    'all is safe',
  )
  await until(
    () => JSON.stringify(fields(here.doc())).length === JSON.stringify(fields(there.doc())).length,
    'equal',
  )
  await until(
    () => here.doc().getMap('fields').get('b') === 2 && there.doc().getMap('fields').get('a') === 1,
    'both edits everywhere',
  )
  expect(fields(here.doc())).toEqual(fields(there.doc()))

  const seen = async () =>
    readInvites(await one.records.of(peopleScope(one.identity.workspace.id)))[0]
  await until(async () => (await seen())?.used === 1, 'who came by it is known')
  expect(await endInvite(one, invite.id as InviteId)).toMatchObject({ ok: true })
  await until(async () => (await seen())?.end?.standing === 'sent', 'its end is sent')
  expect(await join(createNodeDevice(address), { invite, name: 'Late' })).toMatchObject({
    ok: false,
    refusal: { code: 'invite-revoked' },
  })
}, 30_000)
