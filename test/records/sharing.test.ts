/** With whom a brief is shared, as records of any order and standing tell it. */
import { expect, test } from 'vitest'
import type { Fact } from '#shared/records/fact.ts'
import { readSharing, type SharingRecord } from '#shared/records/sharing.ts'
import type { Topic } from '#shared/lib/ids.ts'
import { brief, idOf, people } from './ledger-world.ts'

const topic = brief.slice(brief.indexOf('-') + 1) as Topic
const [owner, translator, guest] = [idOf('m'), idOf('n'), idOf('p')]
const hash = 'A'.repeat(43)

const record = (part: object, more: Partial<SharingRecord> = {}): SharingRecord => ({
  fact: { member: owner, reason: '', contentHash: null, ...part } as unknown as Fact,
  receipt: { at: 1 },
  standing: 'counts',
  refused: null,
  ...more,
})
const waiting = { receipt: null, standing: 'waiting' } as const
const refused = { receipt: null, standing: 'refused', refused: 'no-access' } as const
const given = (right: string, more = {}, expiresAt: number | null = null) =>
  record(
    {
      ...{ kind: 'grant', outcome: 'given', scope: brief, subject: topic },
      body: { member: translator, right, expiresAt },
    },
    more,
  )
const ended = (more = {}) =>
  record(
    {
      ...{ kind: 'grant', outcome: 'ended', scope: brief, subject: topic },
      body: { member: translator },
    },
    more,
  )
const invite = (body: object, more = {}) =>
  record({ kind: 'invite', outcome: 'made', scope: people, subject: idOf('k'), body }, more)
const link = (topics: readonly string[] = [topic], more = {}) =>
  invite(
    { for: 'guest', topics, right: 'comment', expiresAt: 1_000, uses: 5, secretHash: hash },
    more,
  )
const linkEnded = (more = {}) =>
  record({ kind: 'invite', outcome: 'ended', scope: people, subject: idOf('k'), body: {} }, more)
const joined = (member: string, at = 2) =>
  record(
    {
      ...{ kind: 'join', outcome: 'joined', scope: people, subject: member },
      body: { invite: idOf('k'), name: 'Julia' },
    },
    { receipt: { at } },
  )
const grantsOf = (ofBrief: SharingRecord[], ofPeople: SharingRecord[] = [], now = 10) =>
  readSharing(topic, ofBrief, ofPeople, now).grants
const linksOf = (ofPeople: SharingRecord[], now = 10) => readSharing(topic, [], ofPeople, now).links

test('the newest word on a member counts, and what waits is said', () => {
  expect(grantsOf([given('view'), given('edit', waiting)])).toMatchObject([
    { member: translator, right: 'edit', state: 'waiting' },
  ])
  expect(grantsOf([given('view'), ended()])).toEqual([])
  expect(grantsOf([given('view'), ended(waiting)])).toMatchObject([
    { right: 'view', state: 'ending' },
  ])
})

test('what was not taken leaves what stands, and says so', () => {
  expect(grantsOf([given('view'), given('edit', refused)])).toMatchObject([
    { right: 'view', state: 'refused', refused: 'no-access' },
  ])
  expect(grantsOf([given('view'), ended(refused)])).toMatchObject([
    { right: 'view', state: 'refused' },
  ])
})

test('a grant that has run out is not among them', () => {
  expect(grantsOf([given('view', {}, 10)])).toEqual([])
  expect(grantsOf([given('view', {}, 11)])).toHaveLength(1)
})

test('somebody who came by an invite that opens the brief has it until it is ended', () => {
  const body = {
    ...{ for: 'member', access: 'member', outside: true, functions: ['translator'] },
    ...{ topics: [topic], right: 'edit', expiresAt: 1_000, uses: 1, secretHash: hash },
  }
  const came = [invite(body), joined(translator)]
  expect(grantsOf([], came)).toMatchObject([{ member: translator, right: 'edit' }])
  expect(grantsOf([ended({ receipt: { at: 3 } })], came)).toEqual([])
  expect(grantsOf([ended({ receipt: { at: 1 } })], came)).toHaveLength(1)
})

test('a guest link shows who came by it, until it is ended or runs out', () => {
  const came = [link(), joined(guest), joined(guest, 3), joined(translator, 4)]
  expect(linksOf(came)).toMatchObject([
    { id: idOf('k'), right: 'comment', guests: [guest, translator], state: 'stands' },
  ])
  expect(linksOf([...came, linkEnded(waiting)])).toMatchObject([{ state: 'ending' }])
  expect(linksOf([...came, linkEnded()])).toEqual([])
  expect(linksOf(came, 1_000)).toEqual([])
  expect(linksOf([link([idOf('t')])])).toEqual([])
  expect(linksOf([link([topic], waiting)])).toMatchObject([{ state: 'waiting' }])
})
