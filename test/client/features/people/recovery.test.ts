/** Which sheets would bring an owner back, and when they are asked for one. */
import { expect, test } from 'vitest'
import { asksForSecondOwner, foundedAt, sheetsOf } from '#client/features/people/recovery.ts'
import type { KeptRecord } from '#client/replica/kept-records.ts'
import { deviceIdSchema, memberIdSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import type { Fact } from '#shared/records/fact.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import type { Person } from '#shared/protocol/control.ts'

const workspace = workspaceIdSchema.parse('w'.repeat(26))
const me = memberIdSchema.parse('m'.repeat(26))
const other = memberIdSchema.parse('n'.repeat(26))
const day = 24 * 60 * 60_000
const start = 1_800_000_000_000

let n = 0
const record = (fact: Partial<Fact>, standing: KeptRecord['standing'] = 'counts'): KeptRecord => {
  n += 1
  return {
    id: `record ${n}`,
    receipt: standing === 'counts' ? { seq: n, at: start } : null,
    standing,
    sent: standing === 'counts',
    refused: standing === 'refused' ? 'too-many' : null,
    fact: {
      v: 1,
      workspace,
      scope: peopleScope(workspace),
      kind: 'invite',
      subject: 'k'.repeat(26),
      contentHash: null,
      outcome: 'made',
      reason: '',
      body: {},
      member: me,
      device: deviceIdSchema.parse('d'.repeat(26)),
      at: start,
      n,
      prev: null,
      ...fact,
    },
  }
}
const sheet = (id = 'k', standing?: KeptRecord['standing'], more: Partial<Fact> = {}) =>
  record(
    {
      subject: id.repeat(26),
      body: { for: 'recovery', expiresAt: start + 1_000 * day, secretHash: 'x'.repeat(43) },
      ...more,
    },
    standing,
  )
const ended = (id = 'k', standing?: KeptRecord['standing']) =>
  record({ subject: id.repeat(26), outcome: 'ended' }, standing)
const founded = record({
  kind: 'join',
  outcome: 'joined',
  subject: me,
  body: { invite: null, name: 'Mei' },
})
const person = (more: Partial<Person> = {}): Person => ({
  member: me,
  name: 'Mei',
  access: 'owner',
  outside: false,
  functions: [],
  removed: false,
  devices: [1],
  ...more,
})
const standings = (records: readonly KeptRecord[], now = start): string[] =>
  sheetsOf(records, me, now).map(({ standing }) => standing)

test('a sheet works from the relay’s word on until it is ended, used or expired', () => {
  expect(standings([sheet('k', 'waiting')])).toEqual(['waiting'])
  expect(standings([sheet()])).toEqual(['works'])
  expect(standings([sheet(), ended('k', 'waiting')])).toEqual(['ending'])
  expect(standings([sheet(), ended()])).toEqual([])
  expect(standings([sheet('k', 'refused')])).toEqual([])
  expect(standings([sheet()], start + 1_000 * day)).toEqual([])
  const back = record({
    kind: 'device',
    outcome: 'linked',
    subject: 'p'.repeat(26),
    body: { invite: 'k'.repeat(26) },
  })
  expect(standings([sheet(), back])).toEqual(['used'])
})

test('another owner’s sheets, and codes of ten minutes, are none of mine', () => {
  const code = { for: 'device', expiresAt: start + day, secretHash: 'x'.repeat(43) }
  expect(standings([sheet('k', 'counts', { member: other }), record({ body: code })])).toEqual([])
})

test('the only owner is asked in the first week, until a second one or a sheet is there', () => {
  const asks = (people: readonly Person[], records: readonly KeptRecord[], now = start + day) =>
    asksForSecondOwner(people[0] ?? null, people, records, now)
  expect(foundedAt([sheet(), founded])).toBe(start)
  expect(asks([person()], [founded])).toBe(true)
  expect(asks([person(), person({ member: other, access: 'lead' })], [founded])).toBe(true)
  expect(asks([person(), person({ member: other })], [founded])).toBe(false)
  expect(asks([person(), person({ member: other, removed: true })], [founded])).toBe(true)
  expect(asks([person({ access: 'lead' })], [founded])).toBe(false)
  expect(asks([person()], [founded, sheet()])).toBe(false)
  expect(asks([person()], [founded, sheet('k', 'waiting')])).toBe(true)
  expect(asks([person()], [founded, sheet(), ended()])).toBe(true)
  expect(asks([person()], [founded], start + 7 * day)).toBe(false)
  expect(asks([person()], [])).toBe(false)
})
