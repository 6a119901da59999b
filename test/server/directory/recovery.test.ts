/** A recovery sheet at the relay: who may make one, what it opens, when it is void. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#server/directory/acting.ts'
import type { DeviceRecord, Directory } from '#server/directory/directory.ts'
import { createSqliteDirectory } from '#server/directory/sqlite-directory.ts'
import { openDatabase } from '#server/log/sqlite-file.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Act, MemberChange } from '#shared/records/acts.ts'
import {
  founder,
  inviteEnded,
  inviteNamed,
  inviteOf,
  joiningOf,
  secretOf,
  workspaceNamed,
} from './directory-people.ts'

const folder = mkdtempSync(join(tmpdir(), 'asterism-recovery-'))
let files = 0
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let directory: Directory
let owner: DeviceRecord
let second: DeviceRecord
let lead: DeviceRecord
const scope = documentNamed('workspace', workspaceNamed('w'))
const year = 365 * 24 * 60 * 60_000

beforeEach(async () => {
  directory = createSqliteDirectory(openDatabase(join(folder, `${(files += 1)}.sqlite`)))
  const founded = await directory.foundWorkspace(
    { id: founder.workspace, name: 'W' },
    joiningOf('a'),
    null,
  )
  if (!founded.ok) throw new Error(founded.refusal)
  owner = founded.value
  second = await enter('1', 'b', 'owner')
  lead = await enter('2', 'c', 'lead')
})

async function enter(
  invite: string,
  letter: string,
  access: 'owner' | 'lead',
): Promise<DeviceRecord> {
  await said(owner, inviteOf(invite, { access }))
  const joined = await open(invite, letter)
  if (!joined.ok) throw new Error(joined.refusal)
  return joined.value
}
const actorOf = ({ workspace, member, id }: DeviceRecord): Actor => ({
  workspace: workspace.id,
  member,
  device: id,
})
const said = async (by: DeviceRecord, act: Act, at = 10): Promise<string> => {
  const done = await directory.perform(actorOf(by), act, at)
  return done.ok ? 'ok' : done.refusal
}
const sheet = (letter: string, expiresAt = 4 * year): Act => ({
  kind: 'invite',
  outcome: 'made',
  scope,
  subject: inviteNamed(letter),
  body: {
    for: 'recovery',
    expiresAt,
    secretHash: Buffer.from(secretOf('s')).toString('base64url'),
  },
})
const open = (letter: string, joining: string, at = 10) =>
  directory.redeemInvite(inviteNamed(letter), secretOf('s'), joiningOf(joining, { at }))
const set = (of: DeviceRecord, body: MemberChange): Act => ({
  kind: 'member',
  outcome: 'set',
  scope,
  subject: of.member,
  body,
})
const revoked = (device: DeviceRecord): Act => ({
  kind: 'device',
  outcome: 'revoked',
  scope,
  subject: device.id,
  body: {},
})

test('a sheet brings an owner back whose devices are all revoked, years later and once', async () => {
  expect(await said(owner, sheet('k'))).toBe('ok')
  expect(await said(second, revoked(owner))).toBe('ok')
  expect(await directory.lookAtInvite(inviteNamed('k'), secretOf('s'), 3 * year)).toMatchObject({
    ok: true,
    value: { for: 'device', access: 'owner' },
  })
  const back = await open('k', 'd', 3 * year)
  expect(back).toMatchObject({
    ok: true,
    value: { member: owner.member, access: 'owner', revoked: false },
  })
  expect(await open('k', 'e', 3 * year)).toEqual({ ok: false, refusal: 'invite-used-up' })
})

test('only owners make one', async () => {
  expect(await said(lead, sheet('k'))).toBe('no-access')
  expect(await said(second, sheet('k'))).toBe('ok')
})

test('its end is cut to five years by the relay’s clock', async () => {
  expect(await said(owner, sheet('k', 90 * year))).toBe('ok')
  const last = 10 + limits.recoveryInviteMs - 1
  expect(await directory.lookAtInvite(inviteNamed('k'), secretOf('s'), last)).toMatchObject({
    ok: true,
  })
  expect(await open('k', 'd', last + 1)).toEqual({ ok: false, refusal: 'invite-expired' })
})

test('it is void once its owner is none any more, and ended by owners alone', async () => {
  expect(await said(owner, sheet('k'))).toBe('ok')
  expect(await said(owner, sheet('m'))).toBe('ok')
  expect(await said(lead, inviteEnded('k'))).toBe('no-access')
  expect(await said(second, inviteEnded('k'))).toBe('ok')
  expect(await open('k', 'd')).toEqual({ ok: false, refusal: 'invite-revoked' })
  expect(await said(second, set(owner, { access: 'lead' }))).toBe('ok')
  expect(await open('m', 'd')).toEqual({ ok: false, refusal: 'invite-revoked' })
})

test('so many work at a time; one that was used or ended makes room', async () => {
  const letters = 'kmnpqrstvw'.split('')
  const next = (): Act => sheet(letters.shift() ?? '')
  for (let made = 0; made < limits.recoverySheets; made += 1)
    expect(await said(owner, next())).toBe('ok')
  expect(await said(owner, sheet('x'))).toBe('too-many')
  expect(await said(second, sheet('y'))).toBe('ok')
  expect(await said(owner, inviteEnded('k'))).toBe('ok')
  expect(await said(owner, next())).toBe('ok')
  expect(await open('m', 'd')).toMatchObject({ ok: true })
  expect(await said(owner, next())).toBe('ok')
  expect(await said(owner, sheet('x'))).toBe('too-many')
})
