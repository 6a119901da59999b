import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeviceId, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Fact } from '#shared/records/fact.ts'
import { isInForce, readInvites, type InviteRecord } from '#shared/records/invites.ts'
import { peopleScope } from '#shared/records/kinds.ts'

const idOf = (letter: string): string => letter.repeat(26)
const workspace = idOf('w') as WorkspaceId
const at = 1_800_000_000_000
const HOUR = 3_600_000

const factOf = (over: Partial<Fact>): Fact => ({
  v: 1,
  workspace,
  scope: peopleScope(workspace),
  kind: 'invite',
  subject: idOf('k'),
  contentHash: null,
  outcome: 'made',
  reason: '',
  body: {},
  member: idOf('m') as MemberId,
  device: idOf('d') as DeviceId,
  at,
  n: 1,
  prev: null,
  ...over,
})
const said = (over: Partial<Fact>, how: Partial<InviteRecord> = {}): InviteRecord => ({
  fact: factOf(over),
  receipt: { at },
  sent: true,
  refused: null,
  ...how,
})
const member = {
  for: 'member',
  access: 'member',
  outside: false,
  functions: [],
  topics: [],
  right: null,
  expiresAt: at + HOUR,
  uses: 2,
  secretHash: 'x'.repeat(43),
}
const made = (over: object = {}, how: Partial<InviteRecord> = {}) =>
  said({ body: { ...member, ...over } }, how)
const ended = (how: Partial<InviteRecord> = {}) => said({ outcome: 'ended' }, how)
const joined = (letter: string, how: Partial<InviteRecord> = {}) =>
  said(
    {
      kind: 'join',
      outcome: 'joined',
      subject: idOf(letter),
      body: { invite: idOf('k'), name: letter },
    },
    how,
  )
const waiting = { sent: false, receipt: null }
const refused = { refused: 'no-access', sent: false, receipt: null }
const only = (...records: InviteRecord[]) => {
  const [invite, more] = readInvites(records)
  if (invite === undefined || more !== undefined) throw new Error('one invite was expected')
  return invite
}

test('an invite is in force from when it is made here, also before it is sent, until its hour', () => {
  const invite = only(made({}, waiting))
  expect(invite).toMatchObject({ standing: 'waiting', end: null, used: 0, mostUses: 2 })
  expect(isInForce(invite, at)).toBe(true)
  expect(isInForce(invite, at + HOUR - 1)).toBe(true)
  expect(isInForce(invite, at + HOUR)).toBe(false)
})

test('an invite that was refused lets nobody in, and says why', () => {
  const invite = only(made({}, refused))
  expect(invite).toMatchObject({ standing: 'refused', refused: 'no-access' })
  expect(isInForce(invite, at)).toBe(false)
})

test('an invite goes on until its end is sent, and when its end was refused', () => {
  expect(isInForce(only(made(), ended(waiting)), at)).toBe(true)
  expect(isInForce(only(made(), ended(refused)), at)).toBe(true)
  expect(isInForce(only(made(), ended()), at)).toBe(false)
  expect(only(made(), ended(refused), ended()).end).toMatchObject({ standing: 'sent' })
})

test('who came by an invite is counted once, and at its last use it is over', () => {
  const one = only(made(), joined('a'), joined('a'), joined('b', refused))
  expect(one.used).toBe(1)
  expect(isInForce(one, at)).toBe(true)
  const two = only(made(), joined('a'), joined('b'))
  expect(two.used).toBe(2)
  expect(isInForce(two, at)).toBe(false)
})

test('it ends when the relay says, where its maker’s clock is ahead', () => {
  const far = at + limits.inviteMaxHours * HOUR * 3
  expect(only(made({ expiresAt: far })).expiresAt).toBe(at + limits.inviteMaxHours * HOUR)
  const code = { for: 'device', expiresAt: far, secretHash: member.secretHash }
  const device = only(said({ body: code }))
  expect(device).toMatchObject({ expiresAt: at + limits.deviceInviteMs, mostUses: 1 })
  // A code for one's own device is no link among others.
  expect(isInForce(device, at)).toBe(false)
})

test('of two invites with one id the one that was taken counts', () => {
  expect(only(made({}, refused), made({ uses: 5 }))).toMatchObject({ mostUses: 5 })
  expect(only(made({ uses: 5 }), made({}, refused))).toMatchObject({ mostUses: 5 })
})

test('the newest stands first, and what cannot be read is passed over', () => {
  const other = said({ subject: idOf('j'), at: at + 1, body: member })
  const strange = said({ subject: idOf('h'), body: { for: 'nobody' } })
  const read = readInvites([made(), strange, { ...made(), fact: null }, other, ended()])
  expect(read.map(({ id }) => id)).toEqual([idOf('j'), idOf('k')])
})

test('it does not matter in which order records came to this device', () => {
  const all = [made(), joined('a'), joined('b'), ended(waiting), said({ subject: idOf('j') })]
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (some) => {
      expect(readInvites(some)).toEqual(readInvites(all))
    }),
  )
})
