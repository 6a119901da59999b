/** Signed facts over real sockets: taken, told, read, verified, refused by name, and there after a restart and a restore. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeBackup } from '#server/log/backup-file.ts'
import { jsonFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { recordFrame } from '#shared/protocol/record-frames.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { feedPageSchema } from '#shared/protocol/control.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Act } from '#shared/records/acts.ts'
import { deviceIdSchema } from '#shared/protocol/names.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { randomId } from '#shared/lib/ids.ts'
import { control, json, signIn, type Device } from './device.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'
import { brokenFor, speakerOn, type Speaker } from './saying-records.ts'

let running: RunningRelay
beforeEach(async () => {
  running = await runRelay()
})
afterEach(() => running.stop())

const somebody = async (...as: Parameters<RunningRelay['device']>): Promise<Speaker> =>
  speakerOn(await running.device(...as))
/** An invite as a device writes it. */
const toJoin = {
  for: 'member',
  access: 'member',
  outside: false,
  functions: [],
  topics: [],
  right: null,
  expiresAt: Date.now() + 3_600_000,
  uses: 1,
  secretHash: 'x'.repeat(43),
}
const people = ({ device }: Speaker): string => peopleScope(device.welcome.workspace.id)
const feed = async (device: Device, cursor: string | null = null) => {
  device.say(jsonFrame(toRelay.feed, { cursor }))
  return feedPageSchema.parse(json(await device.take(control(toDevice.feedPage))))
}

test('what one device commits to, another hears of, reads and verifies', async () => {
  const [mei, lin] = [await somebody(), await somebody()]
  const before = await feed(lin.device)
  expect(before.records).toEqual([])
  expect(await mei.say(await mei.fact())).toEqual({ n: 1, seq: 1 })
  expect(await lin.say(await lin.fact())).toEqual({ n: 1, seq: 2 })
  await lin.device.take(control(toDevice.news))
  const page = await feed(lin.device, before.cursor)
  expect(page.records).toEqual([[people(lin), 2]])
  expect((await feed(lin.device, page.cursor)).records).toEqual([])
  const { rows, more } = await lin.read(people(lin))
  expect([rows.map(({ seq }) => seq), more]).toEqual([[1, 2], false])
  expect(await brokenFor(lin, people(lin))).toEqual([])
})

test('a record is taken once however often it comes, from several sockets too', async () => {
  const key = await running.person()
  const [one, other] = [
    speakerOn(await signIn(running.address, key)),
    speakerOn(await signIn(running.address, key)),
  ]
  const record = await one.fact()
  const answers = await Promise.all([one.say(record), other.say(record), one.say(record)])
  expect(answers).toEqual([
    { n: 1, seq: 1 },
    { n: 1, seq: 1 },
    { n: 2, seq: 1 },
  ])
  expect((await one.read(people(one))).rows).toHaveLength(1)
})

test('what is no record, not this device’s, or out of place is refused by name, and the next one is taken', async () => {
  const [mei, lin] = [await somebody(), await somebody('lead')]
  const refused = async (...facts: Parameters<Speaker['fact']>) => lin.say(await lin.fact(...facts))
  expect(await lin.say({ text: '{}', signature: new Uint8Array(64), id: '' })).toBe('record-wrong')
  expect(await lin.say(await mei.fact())).toBe('record-wrong')
  expect(await refused({ kind: 'sighting' })).toBe('record-wrong')
  expect(await refused({ outcome: 'left' })).toBe('record-wrong')
  expect(await refused({ member: mei.device.welcome.member })).toBe('record-wrong')
  expect(await refused({ scope: newDoc() as never })).toBe('record-wrong')
  expect(
    await refused({ kind: 'grant', outcome: 'given', scope: `secret-${randomId()}` as never }),
  ).toBe('no-access')
  expect(await refused({ subject: mei.device.welcome.member })).toBe('no-access')
  const forged = await lin.fact()
  expect(await lin.say({ ...forged, signature: new Uint8Array(64) })).toBe('record-wrong')
  expect(await refused({ prev: randomId() })).toBe('chain-broken')
  expect(await refused({ n: 1, prev: null })).toBe('chain-broken')
  expect(await refused({ n: 99 })).toBe('gap')
  const { n, last } = (await signIn(running.address, lin.device.key)).welcome.records
  expect(await refused({ n: n + 1, prev: last })).toMatchObject({ seq: 1 })
  expect(await brokenFor(lin, people(lin))).toEqual([])
})

test('a viewer says that they joined, and may not invite', async () => {
  const viewer = await somebody('viewer')
  expect(await viewer.say(await viewer.fact())).toMatchObject({ seq: 1 })
  const invite = { kind: 'invite', outcome: 'made', subject: randomId() }
  expect(await viewer.say(await viewer.fact({ ...invite, body: toJoin }))).toBe('no-access')
  expect(await viewer.say(await viewer.fact({ ...invite, body: {} }))).toBe('record-wrong')
})

test('what a record says of somebody is done in the same commit: functions, access, removal', async () => {
  const owner = speakerOn(await signIn(running.address, running.owner))
  const lin = await somebody()
  const subject = lin.device.welcome.member
  const set = { kind: 'member', outcome: 'set', subject }
  const told = { functions: ['translator'], outside: true }
  expect(await owner.say(await owner.fact({ ...set, body: told }))).toMatchObject({})
  const { directory } = running.relay.engine()
  const device = deviceIdSchema.parse(lin.device.key.device)
  expect(await directory.device(device)).toMatchObject(told)
  // Somebody else may not, and nobody is left without an owner.
  const mine = { ...set, subject: owner.device.welcome.member }
  expect(await lin.say(await lin.fact({ ...mine, body: { access: 'viewer' } }))).toBe('no-access')
  expect(await owner.say(await owner.fact({ ...mine, body: { access: 'lead' } }))).toBe(
    'last-owner',
  )
  const gone = { kind: 'member', outcome: 'removed', subject }
  expect(typeof (await owner.say(await owner.fact(gone)))).toBe('object')
  expect((await lin.device.closed).code).toBe(closeCodes['no-access'])
})

test('a device let go while its socket stands says nothing more', async () => {
  const mei = await somebody()
  const { directory } = running.relay.engine()
  const { welcome, key } = mei.device
  const owner = await directory.device(deviceIdSchema.parse(running.owner.device))
  if (owner === null) throw new Error('the owner is not there')
  const act: Act = {
    kind: 'device',
    outcome: 'revoked',
    scope: peopleScope(welcome.workspace.id),
    subject: deviceIdSchema.parse(key.device),
    body: {},
  }
  const actor = { workspace: welcome.workspace.id, member: owner.member, device: owner.id }
  expect(await directory.perform(actor, act, 1)).toMatchObject({ ok: true })
  expect(await mei.say(await mei.fact())).toBe('no-access')
})

test('a ledger longer than an answer is read page by page', async () => {
  const mei = await somebody()
  for (let i = 0; i <= limits.recordRows; i += 1) {
    const { text, signature } = await mei.fact()
    mei.device.say(recordFrame({ n: mei.device.nextN(), text, signature }))
  }
  await mei.device.answer(limits.recordRows + 1)
  const first = await mei.read(people(mei))
  expect([first.rows.length, first.more]).toEqual([limits.recordRows, true])
  const rest = await mei.read(people(mei), first.rows.at(-1)?.seq)
  expect([rest.rows.length, rest.more]).toEqual([1, false])
})

test('a scope of an unknown kind, and one of another workspace, read as empty', async () => {
  const mei = await somebody()
  await mei.say(await mei.fact())
  expect(await mei.read(`secret-${randomId()}`)).toMatchObject({ rows: [], more: false })
  expect(await mei.read(`workspace-${randomId()}`)).toMatchObject({ rows: [], more: false })
})

test('after a restart the ledger stands, its key is the same, and it goes on', async () => {
  const key = await running.person()
  const before = speakerOn(await signIn(running.address, key))
  await before.say(await before.fact())
  await running.restart()
  const after = speakerOn(await signIn(running.address, key))
  expect(after.device.welcome.relayKey).toBe(before.device.welcome.relayKey)
  expect(after.device.welcome.records.n).toBe(1)
  expect(await after.say(await after.fact())).toMatchObject({ seq: 2 })
  expect(await brokenFor(after, people(after))).toEqual([])
})

test('after a restore the relay says how far it knows a device’s records, and takes the later ones again', async () => {
  const key = await running.person()
  const mei = speakerOn(await signIn(running.address, key))
  const kept = await mei.fact()
  await mei.say(kept)
  const file = join(running.dataDir, 'backup')
  writeBackup(running.dataDir, file)
  const [second, third] = [await mei.fact(), await mei.fact()]
  await mei.say(second)
  await mei.say(third)
  const restored = await fetch(`${running.address}/admin/restore`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await secretOf(running.dataDir)}` },
    body: JSON.stringify({ file }),
  })
  expect(restored.status).toBe(200)
  const after = speakerOn(await signIn(running.address, key))
  expect(after.device.welcome.records).toEqual({ n: 1, last: kept.id })
  expect(after.device.welcome.epoch).not.toBe(mei.device.welcome.epoch)
  expect(await after.say(third)).toBe('gap')
  expect(await after.say(second)).toMatchObject({ seq: 2 })
  expect(await after.say(third)).toMatchObject({ seq: 3 })
  expect(await brokenFor(after, people(after))).toEqual([])
  rmSync(file)
})

async function secretOf(dataDir: string): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  const { secret } = JSON.parse(await readFile(join(dataDir, 'relay.json'), 'utf8')) as {
    secret: string
  }
  return secret
}
