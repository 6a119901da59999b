/** Records by every role at the relay, by a client that keeps to no rule: reading ledgers, granting, inviting; and guest links that are passed on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { randomId, type DocName, type MemberId, type Topic } from '#shared/lib/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { feedPageSchema, standingSchema } from '#shared/protocol/control.ts'
import { jsonFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { httpRefusalSchema } from '#shared/protocol/http.ts'
import type { Fact } from '#shared/records/fact.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { control, joinAs, json, post, signIn, type Device } from './device.ts'
import { type } from './frames.ts'
import { newInviteKey, sayInvite } from './inviting.ts'
import { actingOn, type Acting } from './people-of-roles.ts'
import { runRelay, type RunningRelay } from './running-relay.ts'
import { speakerOn, type Speaker } from './saying-records.ts'

let now = 1_800_000_000_000
let running: RunningRelay
let acting: Acting
let mei: Speaker
let topic: Topic
let brief: DocName
const speakers = new Map<Role, Speaker>()

const roles = [
  'owner',
  'lead',
  'member',
  'viewer',
  'outside with nothing',
  'outside, view',
  'outside, edit',
  'outside, ended',
  'outside, run out',
  'guest, view',
  'guest, comment',
  'guest, edit',
  'guest, ended',
] as const
type Role = (typeof roles)[number]

/**
 * Written out by hand: who reads the brief's records, who the people's, who may grant, who may make a guest link, who may
 * submit the brief, who may accept or return it.
 */
const table: Record<
  Role,
  readonly [
    brief: boolean,
    people: boolean,
    grant: boolean,
    link: boolean,
    submit: boolean,
    decide: boolean,
  ]
> = {
  owner: [true, true, true, true, true, true],
  lead: [true, true, true, true, true, true],
  member: [true, true, true, false, true, true],
  viewer: [true, true, false, false, false, false],
  'outside with nothing': [false, false, false, false, false, false],
  'outside, view': [true, false, false, false, false, false],
  'outside, edit': [true, false, false, false, true, false],
  'outside, ended': [false, false, false, false, false, false],
  'outside, run out': [false, false, false, false, false, false],
  'guest, view': [true, false, false, false, false, false],
  'guest, comment': [true, false, false, false, false, false],
  'guest, edit': [true, false, false, false, true, false],
  'guest, ended': [false, false, false, false, false, false],
}

beforeAll(async () => {
  running = await runRelay({ now: () => now })
  acting = await actingOn(running, () => now)
  mei = speakerOn(await signIn(running.address, running.owner))
  topic = randomId() as Topic
  brief = documentNamed('brief', topic)
  await mei.device.push(brief, type(new Y.Doc(), 'a'))
  speakers.set('owner', mei)
  for (const access of ['lead', 'member', 'viewer'] as const)
    speakers.set(access, speakerOn(await running.device(access)))
  const outside = async (role: Role, right?: 'view' | 'edit', until: number | null = null) => {
    const device = await acting.outsider()
    if (right !== undefined) await acting.grant(device.welcome.member, topic, right, until)
    speakers.set(role, speakerOn(device))
    return device
  }
  await outside('outside with nothing')
  await outside('outside, view', 'view')
  await outside('outside, edit', 'edit')
  await outside('outside, run out', 'edit', now + 60_000)
  const ended = await outside('outside, ended', 'edit')
  await acting.endGrant(ended.welcome.member, topic)
  for (const right of ['view', 'comment', 'edit'] as const)
    speakers.set(`guest, ${right}`, speakerOn(await acting.guest([topic], right)))
  const endedGuest = await acting.guest([topic], 'edit')
  await acting.endGrant(endedGuest.welcome.member, topic)
  speakers.set('guest, ended', speakerOn(endedGuest))
  now += 60_000
  // Something to read in both scopes.
  const { member } = ended.welcome
  for (const said of [
    await mei.fact(),
    await grantBy(mei, member, 'given'),
    await grantBy(mei, member, 'ended'),
  ]) {
    const answer = await mei.say(said)
    if (typeof answer === 'string') throw new Error(`not taken: ${answer}`)
  }
}, 60_000)
afterAll(() => running.stop())

const grantBy = (speaker: Speaker, member: MemberId, outcome: 'given' | 'ended', of = topic) =>
  speaker.fact({
    ...{ kind: 'grant', scope: documentNamed('brief', of), subject: of, outcome },
    body: outcome === 'given' ? { member, right: 'edit', expiresAt: null } : { member },
  })
const guestLink = (topics: readonly Topic[], uses: number, expiresAt = now + 3_600_000) => ({
  ...{ for: 'guest', topics: [...topics], right: 'comment', expiresAt, uses },
})

test.each(roles)('%s: reading ledgers, granting, inviting', async (role) => {
  const speaker = speakers.get(role)
  if (speaker === undefined) throw new Error(`nobody is ${role}`)
  const [readsBrief, readsPeople, mayGrant, mayLink] = table[role]
  const { member, workspace } = speaker.device.welcome
  for (const kind of ['brief', 'talk'] as const) {
    const { rows } = await speaker.read(documentNamed(kind, topic))
    expect(rows.length > 0, kind).toBe(readsBrief && kind === 'brief')
  }
  expect((await speaker.read(peopleScope(workspace.id))).rows.length > 0).toBe(readsPeople)
  // Nobody gives themselves what they do not have, on this brief or on one they never heard of.
  const closed = randomId() as Topic
  for (const of of [topic, closed]) {
    const answer = await speaker.say(await grantBy(speaker, member, 'given', of))
    if (mayGrant) expect(answer).toHaveProperty('seq')
    else expect(answer).toBe('no-access')
  }
  const linked = await sayInvite(speaker, guestLink([topic], 1))
  if (mayLink) expect(linked).toHaveProperty('seq')
  else expect(linked).toBe('no-access')
  // An invite of somebody else's.
  const theirs = newInviteKey()
  expect(await sayInvite(mei, guestLink([topic], 1), theirs)).toHaveProperty('seq')
  const end = { kind: 'invite', outcome: 'ended', subject: theirs.id, body: {} }
  const ended = await speaker.say(await speaker.fact(end))
  if (mayLink) expect(ended).toHaveProperty('seq')
  else expect(ended).toBe('no-access')
  const lookedAt = await post(running.address, '/api/invites/look', { invite: theirs })
  expect(lookedAt.status).toBe(mayLink ? 410 : 200)
})

test.each(roles)('%s: submitting, accepting and returning a brief', async (role) => {
  const speaker = speakers.get(role)
  if (speaker === undefined) throw new Error(`nobody is ${role}`)
  const [, , , , maySubmit, mayDecide] = table[role]
  const step = (outcome: string, more: Partial<Fact>, of = topic) =>
    speaker.fact({
      ...{ kind: 'brief', scope: documentNamed('brief', of), subject: of, outcome },
      ...{ contentHash: 'A'.repeat(43), ...more },
    })
  const snapshot = 'a'.repeat(64)
  const steps = {
    submitted: { body: { snapshot, score: 70, heads: [] } },
    accepted: { body: { snapshot, heads: [] } },
    returned: { body: { heads: [] }, contentHash: null, reason: 'no proof' },
  }
  for (const [outcome, more] of Object.entries(steps)) {
    const answer = await speaker.say(await step(outcome, more))
    if (outcome === 'submitted' ? maySubmit : mayDecide) expect(answer).toHaveProperty('seq')
    else expect(answer).toBe('no-access')
  }
  if (!mayDecide) return
  const heads = (n: number) => Array.from({ length: n }, () => randomId())
  const most = { ...steps.accepted, body: { snapshot, heads: heads(limits.flowHeads) } }
  expect(await speaker.say(await step('accepted', most))).toHaveProperty('seq')
  const wrong = [
    await step('accepted', {
      ...most,
      body: { snapshot, heads: heads(limits.flowHeads + 1) },
    }),
    await step('returned', { ...steps.returned, reason: '' }),
    await step('accepted', { ...steps.accepted, contentHash: null }),
    await step('submitted', { body: { snapshot: 'x', score: 70, heads: [] } }),
    await step('submitted', { ...steps.submitted, subject: randomId() }),
  ]
  for (const record of wrong) expect(await speaker.say(record)).toBe('record-wrong')
})

test.each(roles)('%s: saying what happened to a task', async (role) => {
  const speaker = speakers.get(role)
  if (speaker === undefined) throw new Error(`nobody is ${role}`)
  const [, , , , mayWrite] = table[role]
  const entry = (outcome: string, body: Fact['body'], more: Partial<Fact> = {}) =>
    speaker.fact({
      ...{ kind: 'task', scope: documentNamed('task', topic), subject: topic, outcome },
      ...{ body: { knows: [], place: 1, ...body }, ...more },
    })
  const ids = (n: number) => Array.from({ length: n }, () => randomId())
  const moved = { from: 'planning', to: 'draft', checks: ['slot-plan'] }
  const said = [
    await entry('started', { step: 'planning' }),
    await entry('waiting', { step: 'planning', on: null }, { reason: 'the sample' }),
    await entry('handed-over', { step: 'planning', to: speaker.device.welcome.member }),
    await entry('forward', {
      ...{ ...moved, minutes: limits.bookedMinutes },
      knows: ids(limits.sendBacksPerTask),
    }),
    await entry('back', { from: 'draft', to: 'planning', cause: 'visual' }),
    // The longest there is room for, in letters of three bytes.
    await entry(
      'told',
      { step: 'planning', on: null, phrase: 'remind', language: 'zh', by: 'shared' },
      { reason: '催'.repeat(limits.messageCharacters) },
    ),
  ]
  for (const record of said) {
    const answer = await speaker.say(record)
    if (mayWrite) expect(answer).toHaveProperty('seq')
    else expect(answer).toBe('no-access')
  }
  if (!mayWrite) return
  const wrong = [
    await entry('forward', { ...moved, minutes: limits.bookedMinutes + 1 }),
    await entry('forward', { ...moved, knows: ids(limits.sendBacksPerTask + 1) }),
    await entry('waiting', { step: 'planning', on: null }),
    await entry('back', { from: 'draft', to: 'planning', cause: 'because' }),
    await entry('started', { step: 'planning' }, { scope: brief }),
    await entry(
      'told',
      { step: 'planning', on: null, phrase: 'shout', language: 'zh', by: 'copied' },
      { reason: 'x' },
    ),
  ]
  for (const record of wrong) expect(await speaker.say(record)).toBe('record-wrong')
})

test.each(roles)('%s: publishing a version of the SOP, and writing it down', async (role) => {
  const speaker = speakers.get(role)
  if (speaker === undefined) throw new Error(`nobody is ${role}`)
  // Whoever answers for how the team works: those who may make a link.
  const [, , , mayPublish] = table[role]
  const version = randomId()
  const publication = (body: Fact['body'], more: Partial<Fact> = {}) =>
    speaker.fact({ kind: 'sop', outcome: 'published', subject: version, body, ...more })
  for (const record of [
    await publication({ over: null }, { contentHash: 'A'.repeat(43) }),
    await publication({ over: randomId() }, { subject: 'default-1' }),
  ]) {
    const answer = await speaker.say(record)
    if (mayPublish) expect(answer).toHaveProperty('seq')
    else expect(answer).toBe('no-access')
  }
  const written = await speaker.device.push(documentNamed('sop', version), type(new Y.Doc(), 'a'))
  if (mayPublish) expect(written).toMatchObject({ seq: 1 })
  else expect(written).toBe('no-access')
  if (!mayPublish) return
  const wrong = [
    await publication({}),
    await publication({ over: null, more: 1 }),
    await publication({ over: null }, { subject: 'default-2' }),
    await publication({ over: null }, { scope: documentNamed('sop', version) }),
  ]
  for (const record of wrong) expect(await speaker.say(record)).toBe('record-wrong')
})

async function entriesOf(device: Device): Promise<string[]> {
  device.say(jsonFrame(toRelay.feed, { cursor: null }))
  const page = feedPageSchema.parse(json(await device.take(control(toDevice.feedPage))))
  return page.entries.map(({ doc }) => doc)
}
const codeOf = async (answer: Response): Promise<string> =>
  httpRefusalSchema.parse(await answer.json()).code

test('a link that is passed on makes a second guest with a name of their own, and its end ends both at once', async () => {
  const key = newInviteKey()
  expect(await sayInvite(mei, guestLink([topic], 2), key)).toHaveProperty('seq')
  const guests = [
    await signIn(running.address, await joinAs(running.address, key, 'Julia')),
    await signIn(running.address, await joinAs(running.address, key, 'Marc')),
  ]
  expect(new Set(guests.map(({ welcome }) => welcome.member)).size).toBe(2)
  for (const guest of guests) expect(await entriesOf(guest)).toEqual([brief])
  // A third finds it used up, before and after a name was asked.
  const third = await post(running.address, '/api/invites/look', { invite: key })
  expect(await codeOf(third)).toBe('invite-used-up')
  await expect(joinAs(running.address, key, 'Third')).rejects.toThrow()
  const end = { kind: 'invite', outcome: 'ended', subject: key.id, body: {} }
  expect(await mei.say(await mei.fact(end))).toHaveProperty('seq')
  for (const guest of guests) {
    expect((await guest.closed).code).toBe(closeCodes['no-access'])
    await expect(signIn(running.address, guest.key)).rejects.toThrow('no-access')
  }
  const after = await post(running.address, '/api/invites/look', { invite: key })
  expect(await codeOf(after)).toBe('invite-revoked')
})

test('when a link runs out, its guests read nothing more from that moment, and nobody comes in by it', async () => {
  const key = newInviteKey()
  const until = now + 60_000
  expect(await sayInvite(mei, guestLink([topic], 5, until), key)).toHaveProperty('seq')
  const guest = await signIn(running.address, await joinAs(running.address, key, 'Julia'))
  const { grants } = guest.welcome
  expect(grants).toMatchObject([{ topic, right: 'comment', expiresAt: until }])
  expect(await guest.push(documentNamed('talk', topic), type(new Y.Doc(), 'said'))).toHaveProperty(
    'seq',
  )
  now = until
  expect(await guest.push(documentNamed('talk', topic), type(new Y.Doc(), 'late'))).toBe(
    'no-access',
  )
  expect(await entriesOf(guest)).toEqual([])
  expect((await speakerOn(guest).read(brief)).rows).toEqual([])
  const late = await post(running.address, '/api/invites/look', { invite: key })
  expect(await codeOf(late)).toBe('invite-expired')
})

test('a grant given by record is told on the open socket, changed, and ended, each by the newest word', async () => {
  const wu = await acting.outsider()
  const { member } = wu.welcome
  const told = async () =>
    standingSchema.parse(json(await wu.take(control(toDevice.standing)))).grants
  expect(await mei.say(await grantBy(mei, member, 'given'))).toHaveProperty('seq')
  expect(await told()).toEqual([{ topic, right: 'edit', expiresAt: null }])
  const narrower = await mei.fact({
    ...{ kind: 'grant', scope: brief, subject: topic, outcome: 'given' },
    body: { member, right: 'view', expiresAt: now + 1_000 },
  })
  expect(await mei.say(narrower)).toHaveProperty('seq')
  expect(await told()).toEqual([{ topic, right: 'view', expiresAt: now + 1_000 }])
  expect(await wu.push(brief, type(new Y.Doc(), 'x'))).toBe('no-access')
  expect(await mei.say(await grantBy(mei, member, 'ended'))).toHaveProperty('seq')
  expect(await told()).toEqual([])
})
