/** Who is told of whose devices, over real sockets, and what: named as they said, seen when they signed in, revoked or not. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { devicesAreSchema, type KnownDevice } from '#shared/protocol/control.ts'
import { jsonFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { randomId, type DeviceId } from '#shared/lib/ids.ts'
import { deviceIdSchema, inviteIdSchema, topicSchema } from '#shared/protocol/names.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { hashSecret } from '#server/relay/sign-in.ts'
import { limits } from '#shared/protocol/limits.ts'
import { control, hello, joinAs, json, openTalk, signIn, type Device } from './device.ts'
import { actingOn, type Acting } from './people-of-roles.ts'
import type { Fact } from '#shared/records/fact.ts'
import { runRelay, type RunningRelay } from './running-relay.ts'
import { speakerOn } from './saying-records.ts'

let now = 1_800_000_000_000
let running: RunningRelay
let acting: Acting
beforeAll(async () => {
  running = await runRelay({ now: () => now })
  acting = await actingOn(running, () => now)
})
afterAll(() => running.stop())

async function devicesOf(asker: Device, member: string): Promise<readonly KnownDevice[]> {
  asker.say(jsonFrame(toRelay.devices, { member }))
  const told = devicesAreSchema.parse(json(await asker.take(control(toDevice.devicesAre))))
  expect(told.member).toBe(member)
  return told.devices
}

test('a device is named as it said, and seen when it last proved itself', async () => {
  const key = await running.person()
  const joinedAt = now
  const first = await signIn(running.address, key, 1, 'Chrome · Windows\u0007')
  expect(await devicesOf(first, first.welcome.member)).toEqual([
    { id: key.device, name: 'Chrome · Windows', at: joinedAt, seenAt: joinedAt, revoked: false },
  ])
  now += 3_600_000
  // An older app says nothing of itself; the name stays.
  const later = await signIn(running.address, key)
  expect(await devicesOf(later, later.welcome.member)).toMatchObject([
    { name: 'Chrome · Windows', seenAt: now },
  ])
})

test('one’s own are told to everybody; others’ to owner and lead; to nobody else a word', async () => {
  const [member, colleague, viewer, lead] = [
    await running.device(),
    await running.device(),
    await running.device('viewer'),
    await running.device('lead'),
  ]
  const owner = await signIn(running.address, running.owner)
  const outsider = await acting.outsider()
  const guest = await acting.guest([topicSchema.parse(randomId())], 'comment')
  const counts = async (asker: Device): Promise<number[]> => {
    const asked = [asker, member, lead, owner, guest]
    const told: number[] = []
    for (const { welcome } of asked) told.push((await devicesOf(asker, welcome.member)).length)
    return told
  }
  expect(await counts(colleague)).toEqual([1, 0, 0, 0, 0])
  expect(await counts(viewer)).toEqual([1, 0, 0, 0, 0])
  expect(await counts(outsider)).toEqual([1, 0, 0, 0, 0])
  expect(await counts(guest)).toEqual([1, 0, 0, 0, 1])
  expect(await counts(lead)).toEqual([1, 1, 1, 0, 1])
  expect(await counts(owner)).toEqual([1, 1, 1, 1, 1])
  expect(await devicesOf(owner, randomId())).toEqual([])
  // Who leads no more is told no more, on the same socket.
  await acting.set(lead.welcome.member, { access: 'member' })
  expect(await counts(lead)).toEqual([1, 0, 1, 0, 0])
})

test('a lost phone is revoked by a record: its socket ends and it stands at the end of the list', async () => {
  const desk = speakerOn(await running.device())
  const { member } = desk.device.welcome
  const code = await deviceCode(desk.device)
  const phone = await signIn(
    running.address,
    await joinAs(running.address, code),
    1,
    'Safari · iPhone',
  )
  expect(phone.welcome.member).toBe(member)
  const lost = await desk.fact({
    kind: 'device',
    outcome: 'revoked',
    subject: phone.key.device as DeviceId,
  })
  expect(await desk.say(lost)).toMatchObject({ seq: expect.any(Number) as number })
  expect((await phone.closed).code).toBe(closeCodes['no-access'])
  expect(await devicesOf(desk.device, member)).toMatchObject([
    { id: desk.device.key.device, revoked: false },
    { id: phone.key.device, name: 'Safari · iPhone', revoked: true },
  ])
})

test('what a device says of itself has so many characters and no more', async () => {
  const key = await running.person()
  const long = await openTalk(running.address)
  long.say(hello(key, undefined, 'x'.repeat(limits.deviceNameCharacters + 1)))
  expect((await long.closed).code).toBe(closeCodes.malformed)
  const name = 'x'.repeat(limits.deviceNameCharacters)
  const fits = await signIn(running.address, key, 1, name)
  expect(await devicesOf(fits, fits.welcome.member)).toMatchObject([{ name }])
})

test('an answer holds so many devices, those in use first', async () => {
  const desk = speakerOn(await running.device())
  const { member } = desk.device.welcome
  for (let linked = 0; linked < limits.devicesTold; linked += 1)
    await joinAs(running.address, await deviceCode(desk.device))
  expect(await devicesOf(desk.device, member)).toHaveLength(limits.devicesTold)
  const [newest] = await devicesOf(desk.device, member)
  const gone = await desk.fact({
    kind: 'device',
    outcome: 'revoked',
    subject: newest?.id as DeviceId,
  })
  await desk.say(gone)
  const told = await devicesOf(desk.device, member)
  expect(told).toHaveLength(limits.devicesTold)
  expect(told.map(({ id }) => id)).toContain(desk.device.key.device)
  expect(told.some(({ revoked }) => revoked)).toBe(false)
})

test('who may read nothing of people sets their own name by a record, and nobody else’s', async () => {
  const owner = await signIn(running.address, running.owner)
  const { member: theirs } = owner.welcome
  const topic = topicSchema.parse(randomId())
  for (const device of [await acting.outsider(), await acting.guest([topic], 'view')]) {
    const one = speakerOn(device)
    const { member } = device.welcome
    const named = (subject: string, body: Fact['body']) =>
      one.fact({ kind: 'member', outcome: 'set', subject, body }).then(one.say)
    expect(await named(member, { name: 'Lan Nguyen' })).toMatchObject({ n: 1 })
    expect(await named(theirs, { name: 'Lan Nguyen' })).toBe('no-access')
    expect(await named(randomId(), { name: 'Lan Nguyen' })).toBe('no-access')
    expect(await named(member, { access: 'lead' })).toBe('no-access')
    const people = await running.relay.engine().directory.people(owner.welcome.workspace.id)
    expect(people.find((person) => person.member === member)).toMatchObject({ name: 'Lan Nguyen' })
    expect(people.find((person) => person.member === theirs)).toMatchObject({ name: 'Mei' })
  }
})

/** A one-time code of the device's own member, as its record makes it. */
async function deviceCode(device: Device) {
  const directory = running.relay.engine().directory
  const secret = randomId() + randomId()
  const id = inviteIdSchema.parse(randomId())
  const made = await directory.perform(
    {
      workspace: device.welcome.workspace.id,
      member: device.welcome.member,
      device: deviceIdSchema.parse(device.key.device),
    },
    {
      kind: 'invite',
      outcome: 'made',
      scope: documentNamed('workspace', device.welcome.workspace.id),
      subject: id,
      body: {
        for: 'device',
        expiresAt: now + 60_000,
        secretHash: Buffer.from(hashSecret(secret)).toString('base64url'),
      },
    },
    now,
  )
  if (!made.ok) throw new Error(made.refusal)
  return { id, secret }
}
