/** Who may do what to people: every act by every role, and what it does to the tables. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Actor, Acted } from '#server/directory/acting.ts'
import type { DeviceRecord, Directory } from '#server/directory/directory.ts'
import { createSqliteDirectory } from '#server/directory/sqlite-directory.ts'
import { openDatabase } from '#server/log/sqlite-file.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { GrantedRight } from '#shared/lib/access.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { topicSchema } from '#shared/protocol/names.ts'
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

const folder = mkdtempSync(join(tmpdir(), 'asterism-acts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
let directory: Directory
/** By role; `owner` founded the workspace. */
const people = new Map<string, DeviceRecord>()
const scope = documentNamed('workspace', workspaceNamed('w'))
const topic = topicSchema.parse('t'.repeat(26))

const roles = ['owner', 'lead', 'member', 'viewer', 'outside', 'guest'] as const
type Role = (typeof roles)[number] | 'removed'

beforeEach(begin)
async function begin(): Promise<void> {
  const db = openDatabase(join(folder, `${(files += 1)}.sqlite`))
  // Nothing here is about power cuts, and there are hundreds of acts.
  db.exec('PRAGMA synchronous = OFF')
  directory = createSqliteDirectory(db)
  people.clear()
  const founded = await directory.foundWorkspace(
    { id: founder.workspace, name: 'W' },
    joiningOf('a'),
    null,
  )
  if (founded.ok) people.set('owner', founded.value)
  await enter('lead', 'b', inviteOf('1', { access: 'lead' }))
  await enter('member', 'c', inviteOf('2'))
  await enter('viewer', 'd', inviteOf('3', { access: 'viewer' }))
  await enter('outside', 'f', inviteOf('4', { outside: true, functions: ['translator'] }))
  await enter('guest', 'g', guestLink('5'))
  await enter('removed', 'h', inviteOf('6', { access: 'lead' }))
  await act('owner', member('removed', idOf('removed')))
}

const guestLink = (letter: string, topics = [topic], uses = 5): Act => ({
  kind: 'invite',
  outcome: 'made',
  scope,
  subject: inviteNamed(letter),
  body: {
    for: 'guest',
    topics,
    right: 'comment',
    expiresAt: 100,
    uses,
    secretHash: Buffer.from(secretOf('s')).toString('base64url'),
  },
})
const deviceCode = (letter: string): Act => ({
  kind: 'invite',
  outcome: 'made',
  scope,
  subject: inviteNamed(letter),
  body: {
    for: 'device',
    expiresAt: 100,
    secretHash: Buffer.from(secretOf('s')).toString('base64url'),
  },
})
const member = (outcome: 'removed', subject: MemberId): Act => ({
  kind: 'member',
  outcome,
  scope,
  subject,
  body: {},
})
const set = (subject: MemberId, body: MemberChange): Act => ({
  kind: 'member',
  outcome: 'set',
  scope,
  subject,
  body,
})
const grant = (to: MemberId, right: GrantedRight = 'view', on = topic): Act => ({
  kind: 'grant',
  outcome: 'given',
  scope: documentNamed('brief', on),
  subject: on,
  body: { member: to, right, expiresAt: null },
})
const grantEnded = (to: MemberId, on = topic): Act => ({
  kind: 'grant',
  outcome: 'ended',
  scope: documentNamed('brief', on),
  subject: on,
  body: { member: to },
})
const deviceRevoked = (role: Role): Act => ({
  kind: 'device',
  outcome: 'revoked',
  scope,
  subject: recordOf(role).id,
  body: {},
})

function recordOf(role: Role): DeviceRecord {
  const record = people.get(role)
  if (record === undefined) throw new Error(`nobody is ${role}`)
  return record
}
const idOf = (role: Role): MemberId => recordOf(role).member
const actorOf = (role: Role): Actor => ({
  workspace: founder.workspace,
  member: idOf(role),
  device: recordOf(role).id,
})
const act = (role: Role, one: Act, at = 10): Promise<Acted> =>
  directory.perform(actorOf(role), one, at)
const said = async (role: Role, one: Act): Promise<string> => {
  const done = await act(role, one)
  return done.ok ? 'ok' : done.refusal
}
const now = async (role: Role): Promise<DeviceRecord> => {
  const record = await directory.device(recordOf(role).id)
  if (record === null) throw new Error(`${role} is gone`)
  return record
}
const open = (letter: string, joining: Parameters<typeof joiningOf>[0], at = 10) =>
  directory.redeemInvite(inviteNamed(letter), secretOf('s'), joiningOf(joining, { at }))
async function enter(role: Role, letter: string, invite: Act): Promise<void> {
  expect(await act('owner', invite)).toEqual({ ok: true, value: null })
  if (invite.kind !== 'invite') return
  const joined = await directory.redeemInvite(invite.subject, secretOf('s'), joiningOf(letter))
  if (joined.ok) people.set(role, joined.value)
}

type Expected = Partial<Record<(typeof roles)[number], string>>
const only = (...allowed: readonly (typeof roles)[number][]): Expected =>
  Object.fromEntries(allowed.map((role) => [role, 'ok']))
const cases: readonly [string, () => Act, Expected][] = [
  ['invites a member', () => inviteOf('k'), only('owner', 'lead')],
  ['invites a lead', () => inviteOf('k', { access: 'lead' }), only('owner')],
  ['invites an owner', () => inviteOf('k', { access: 'owner' }), only('owner')],
  ['makes a guest link', () => guestLink('k'), only('owner', 'lead')],
  ['links a device of their own', () => deviceCode('k'), only(...roles)],
  ['ends a colleague’s invite', () => inviteEnded('2'), only('owner', 'lead')],
  [
    'makes a viewer a member',
    () => set(idOf('viewer'), { access: 'member' }),
    only('owner', 'lead'),
  ],
  ['gives functions', () => set(idOf('member'), { functions: ['legal'] }), only('owner', 'lead')],
  ['outsources a member', () => set(idOf('viewer'), { outside: true }), only('owner', 'lead')],
  ['makes a lead', () => set(idOf('viewer'), { access: 'lead' }), only('owner')],
  ['unmakes a lead', () => set(idOf('lead'), { access: 'member' }), only('owner')],
  [
    'renames an outsourced colleague',
    () => set(idOf('outside'), { name: 'Wu' }),
    { ...only('owner', 'lead'), outside: 'ok' },
  ],
  ['removes a viewer', () => member('removed', idOf('viewer')), only('owner', 'lead')],
  ['removes a lead', () => member('removed', idOf('lead')), only('owner')],
  ['revokes a lead’s device', () => deviceRevoked('lead'), only('owner', 'lead')],
  [
    'revokes a viewer’s device',
    () => deviceRevoked('viewer'),
    { ...only('owner', 'lead'), viewer: 'ok' },
  ],
  ['grants a document', () => grant(idOf('outside'), 'edit'), only('owner', 'lead', 'member')],
  ['ends a grant', () => grantEnded(idOf('guest')), only('owner', 'lead', 'member')],
]

test.each(cases)('who %s', async (_, what, expected) => {
  for (const role of [...roles, 'removed'] as const) {
    await begin()
    const answer = await said(role, what())
    expect([role, answer]).toEqual([
      role,
      (expected as Record<string, string>)[role] ?? 'no-access',
    ])
  }
})

test('an act of somebody else’s device, or in another workspace’s name, is nobody’s', async () => {
  const { member: lead } = recordOf('lead')
  const forged = { ...actorOf('member'), member: lead }
  expect(await directory.perform(forged, inviteOf('k'), 10)).toMatchObject({ refusal: 'no-access' })
  const elsewhere = { ...actorOf('lead'), workspace: workspaceNamed('x') }
  expect(await directory.perform(elsewhere, inviteOf('k'), 10)).toMatchObject({
    refusal: 'no-access',
  })
  expect(await act('lead', inviteOf('k', {}, workspaceNamed('x')))).toMatchObject({
    refusal: 'malformed',
  })
})

test('nobody removes, unmakes or locks out the last owner; with a second one it goes', async () => {
  const attempts = [
    member('removed', idOf('owner')),
    set(idOf('owner'), { access: 'member' }),
    deviceRevoked('owner'),
  ]
  for (const one of attempts) expect(await said('owner', one)).toBe('last-owner')
  expect(await said('owner', set(idOf('lead'), { access: 'owner' }))).toBe('ok')
  expect(await said('owner', set(idOf('owner'), { access: 'member' }))).toBe('ok')
  expect(await said('lead', deviceRevoked('lead'))).toBe('last-owner')
})

test('owners and leads are inside, guests outside: what cannot be is malformed', async () => {
  expect(await said('owner', set(idOf('lead'), { outside: true }))).toBe('malformed')
  expect(await said('owner', set(idOf('outside'), { access: 'lead' }))).toBe('malformed')
  expect(await said('owner', set(idOf('guest'), { outside: false }))).toBe('malformed')
  expect(await said('owner', inviteOf('k', { access: 'lead', outside: true }))).toBe('malformed')
  expect(await said('owner', inviteOf('k', { right: 'view' }))).toBe('malformed')
  expect(await said('owner', inviteOf('2'))).toBe('malformed')
  expect(await said('owner', set(idOf('member'), { name: ' \u200b ' }))).toBe('malformed')
  expect(await said('owner', { ...grant(idOf('guest')), scope })).toBe('malformed')
})

test('whoever joins by a guest link is a guest with its topics, until the link is ended', async () => {
  const guest = await now('guest')
  expect(guest).toMatchObject({
    access: 'guest',
    outside: true,
    grants: [{ topic, right: 'comment', expiresAt: 100 }],
  })
  const second = await open('5', 'j')
  expect(second).toMatchObject({ ok: true, value: { access: 'guest' } })
  const outsider = recordOf('outside')
  await directory.openSession(secretOf('t'), { kind: 'device', device: guest.id }, 90, 10)
  // Somebody outside who opens it, too, keeps what they are and sees more.
  await directory.redeemInvite(
    inviteNamed('5'),
    secretOf('s'),
    joiningOf('f', { device: outsider.id }),
  )
  expect((await now('outside')).grants).toMatchObject([{ topic, right: 'comment' }])
  expect(await said('lead', inviteEnded('5'))).toBe('ok')
  expect(await now('guest')).toMatchObject({ revoked: true, grants: [] })
  expect(second.ok && (await directory.device(second.value.id))).toMatchObject({ revoked: true })
  expect(await now('outside')).toMatchObject({ revoked: false, grants: [] })
  expect(await directory.session(secretOf('t'), 50)).toBeNull()
  expect(await open('5', 'k')).toEqual({ ok: false, refusal: 'invite-revoked' })
})

test('a guest who was made a member stays when the link is ended', async () => {
  expect(await said('lead', set(idOf('guest'), { access: 'viewer', outside: false }))).toBe('ok')
  expect(await said('lead', inviteEnded('5'))).toBe('ok')
  expect(await now('guest')).toMatchObject({ access: 'viewer', outside: false, revoked: false })
})

test('a code links one more device of whoever made it, once, and for ten minutes at most', async () => {
  const made: Act = { ...deviceCode('k') }
  if (made.kind !== 'invite' || made.outcome !== 'made') return
  const late = 10 + limits.deviceInviteMs
  expect(await said('guest', { ...made, body: { ...made.body, expiresAt: late * 2 } })).toBe('ok')
  expect(await directory.lookAtInvite(inviteNamed('k'), secretOf('s'), late - 1)).toMatchObject({
    ok: true,
    value: { for: 'device', access: 'guest', name: expect.any(String) },
  })
  expect(await directory.lookAtInvite(inviteNamed('k'), secretOf('s'), late)).toEqual({
    ok: false,
    refusal: 'invite-expired',
  })
  expect(await open('k', 'j')).toMatchObject({ ok: true, value: { member: idOf('guest') } })
  expect(await open('k', 'm')).toEqual({ ok: false, refusal: 'invite-used-up' })
})

test('an invite lets nobody in any more once its maker may not make it', async () => {
  expect(await said('lead', inviteOf('k', { uses: 5 }))).toBe('ok')
  expect(await said('viewer', deviceCode('m'))).toBe('ok')
  expect(await open('k', 'j')).toMatchObject({ ok: true })
  await act('owner', set(idOf('lead'), { access: 'member' }))
  await act('owner', member('removed', idOf('viewer')))
  expect(await open('k', 'm')).toEqual({ ok: false, refusal: 'invite-revoked' })
  expect(await open('m', 'm')).toEqual({ ok: false, refusal: 'invite-revoked' })
})

test('a grant and its end take the next places in the feed, and the newest word on a topic counts', async () => {
  const positions = async (): Promise<number[]> =>
    (await now('outside')).grants.map(({ position }) => position)
  const before = (await now('guest')).grants[0]?.position ?? 0
  const version = (await now('outside')).accessVersion
  await act('lead', grant(idOf('outside'), 'edit'))
  expect(await positions()).toEqual([before + 3])
  await act('member', grant(idOf('outside'), 'view'))
  expect((await now('outside')).grants).toEqual([
    { topic, right: 'view', expiresAt: null, position: before + 6 },
  ])
  await act('member', grantEnded(idOf('outside')))
  await act('member', grantEnded(idOf('outside')))
  expect(await positions()).toEqual([])
  expect(await directory.endedGrants(idOf('outside'), before)).toEqual([
    { topic, position: before + 7 },
  ])
  expect(await directory.endedGrants(idOf('outside'), before + 7)).toEqual([])
  expect((await now('outside')).accessVersion).toBe(version + 3)
})

test('one member is granted so many topics and no more', async () => {
  const topicOf = (n: number) => topicSchema.parse(String(n).padStart(26, '0'))
  for (let n = 0; n < limits.grantsPerMember; n += 1)
    await act('owner', grant(idOf('outside'), 'view', topicOf(n)))
  expect(await said('owner', grant(idOf('outside'), 'view', topicOf(99_999)))).toBe('too-many')
  expect(await said('owner', grant(idOf('outside'), 'edit', topicOf(3)))).toBe('ok')
})

test('who is outside is told of those around them and of nobody else', async () => {
  const names = async (role: Role): Promise<string[]> =>
    (await directory.cast(idOf(role), [documentNamed('brief', topic)])).map(({ name }) => name)
  expect(await names('guest')).toEqual(['Person a', 'Person g'])
  expect(await act('member', grant(idOf('outside')))).toMatchObject({ ok: true })
  expect(await names('outside')).toEqual(['Person a', 'Person c', 'Person f', 'Person g'])
  expect(await directory.people(founder.workspace)).toHaveLength(7)
})
