/** What is asked for shows at once, waits, counts without a flicker, or goes back with its reason. */
import { expect, test } from 'vitest'
import { actsShown, ownActs } from '#client/features/people/acts-shown.ts'
import type { KeptRecord } from '#client/replica/kept-records.ts'
import { deviceIdSchema, memberIdSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import type { Fact } from '#shared/records/fact.ts'
import type { Person } from '#shared/protocol/control.ts'

const workspace = workspaceIdSchema.parse('w'.repeat(26))
const here = deviceIdSchema.parse('d'.repeat(26))
const phone = deviceIdSchema.parse('p'.repeat(26))
const me = memberIdSchema.parse('m'.repeat(26))
const lin: Person = {
  member: memberIdSchema.parse('n'.repeat(26)),
  name: 'Lin',
  access: 'member',
  outside: false,
  functions: ['designer'],
  removed: false,
  devices: [1],
}
const day = 24 * 60 * 60_000

let n = 0
const record = (
  fact: Partial<Fact>,
  standing: KeptRecord['standing'] = 'waiting',
  refused: KeptRecord['refused'] = null,
): KeptRecord => {
  n += 1
  return {
    id: `record ${n}`,
    receipt: standing === 'counts' ? { seq: n, at: 1 } : null,
    standing,
    sent: standing === 'counts',
    refused,
    fact: {
      v: 1,
      workspace,
      scope: peopleScope(workspace),
      kind: 'member',
      subject: lin.member,
      contentHash: null,
      outcome: 'set',
      reason: '',
      body: {},
      member: me,
      device: here,
      at: 1_000,
      n,
      prev: null,
      ...fact,
    },
  }
}
const shown = (records: readonly KeptRecord[], held: readonly string[] = [], now = 2_000) =>
  actsShown(ownActs(records, here), new Set(held), now)

test('a change shows at once and waits; of two the later one wins, each field for itself', () => {
  const acts = shown([
    record({ body: { access: 'viewer', outside: true } }),
    record({ body: { functions: ['legal'] } }),
    record({ body: { access: 'member' } }),
  ])
  expect(acts.shown(lin)).toEqual({ ...lin, access: 'member', outside: true, functions: ['legal'] })
  expect(acts.isWaiting(lin.member)).toBe(true)
  expect(acts.shown({ ...lin, member: me })).toMatchObject({ access: 'member', outside: false })
})

test('what the relay has taken shows until it is told of, and then the relay’s word stands', () => {
  const taken = record({ body: { access: 'lead' } }, 'counts')
  expect(shown([taken], [taken.id]).shown(lin).access).toBe('lead')
  expect(shown([taken], [taken.id]).isWaiting(lin.member)).toBe(false)
  expect(shown([taken]).shown(lin).access).toBe('member')
})

test('what was refused goes back and is said until the next act, for a day at most', () => {
  const refused = record({ body: { access: 'lead' } }, 'refused', 'no-access')
  expect(shown([refused]).shown(lin)).toEqual(lin)
  expect(shown([refused]).refusal(lin.member)).toBe('no-access')
  expect(shown([refused], [], 1_000 + day).refusal(lin.member)).toBeNull()
  expect(shown([refused, record({ body: { name: 'Lin Y' } })]).refusal(lin.member)).toBeNull()
})

test('a removal and a revoked device show at once; others’ acts are the relay’s to tell', () => {
  const acts = shown([
    record({ outcome: 'removed' }),
    record({ kind: 'device', outcome: 'revoked', subject: phone }),
  ])
  expect(acts.shown(lin).removed).toBe(true)
  expect([acts.isRevoked(phone), acts.isRevoked(here)]).toEqual([true, false])
  expect(shown([record({ outcome: 'removed', device: phone })]).shown(lin)).toEqual(lin)
})

test('what was taken of somebody who does not read the ledger waits no more', () => {
  const taken = { ...record({ body: { name: 'Lin Yi' } }), sent: true }
  expect(shown([taken]).isWaiting(lin.member)).toBe(false)
  expect(shown([taken], [taken.id]).shown(lin).name).toBe('Lin Yi')
  expect(shown([taken]).shown(lin).name).toBe('Lin')
})

test('without a relay a change counts as it is', () => {
  const alone = { ...record({ body: { name: 'Lin Yi' } }, 'counts'), receipt: null }
  expect(shown([alone]).shown(lin).name).toBe('Lin Yi')
  expect(shown([alone]).isWaiting(lin.member)).toBe(false)
})

test('a body this version does not know changes nothing', () => {
  expect(shown([record({ body: { access: 'emperor' } })]).shown(lin)).toEqual(lin)
  expect(shown([{ ...record({}), fact: null }]).shown(lin)).toEqual(lin)
})
