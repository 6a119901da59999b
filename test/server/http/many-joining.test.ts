/** Joining under load and at its edges: many at once, two at the last use, a second device. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitedAnswerSchema, joinAnswerSchema, type InviteKey } from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import { askToJoin, inviteFor, joinAs, newKey, post, signIn, type Device } from '../relay/device.ts'
import { runRelay, type RunningRelay } from '../relay/running-relay.ts'

/** Of the 150 files the app and its service worker fetch of a build: the others are counted, not fetched. */
const FETCHED = 10
const FILES = 150

let running: RunningRelay
let owner: Device
beforeAll(async () => {
  running = await runRelay()
  owner = await signIn(running.address, running.owner)
})
afterAll(() => running.stop())

test('two hundred people join in a minute, each once', { timeout: 60_000 }, async () => {
  const invite = await inviteFor(running.address, owner.welcome.token, 'member', 200)
  const keys = await Promise.all(Array.from({ length: 200 }, () => newKey()))
  const answers = await Promise.all(keys.map((key) => askToJoin(running.address, key, invite)))
  const joined = await Promise.all(
    answers.map(async (answer) => joinAnswerSchema.parse(await answer.json())),
  )
  expect(new Set(joined.map(({ member }) => member)).size).toBe(200)
  const late = await askToJoin(running.address, await newKey(), invite)
  expect([late.status, await late.json()]).toMatchObject([410, { code: 'invite-used-up' }])
  const { welcome } = await signIn(running.address, running.owner)
  expect(welcome.people.length).toBe(201)
})

test('two hundred people of one office open the app, join and sign in within one minute', async () => {
  // The clock stands still: everything below happens in one minute, from one address.
  const office = await runRelay({ now: () => 1_800_000_000_000 })
  try {
    const { welcome } = await signIn(office.address, office.owner)
    const invite = await inviteFor(office.address, welcome.token, 'member', 200)
    const arrive = async (name: string): Promise<Device> => {
      for (let file = 0; file < FETCHED; file++) {
        const answer = await fetch(`${office.address}/assets/${file}.js`)
        expect(answer.status).not.toBe(429)
        await answer.arrayBuffer()
      }
      const key = await newKey()
      expect((await fetch(`${office.address}/api/relay`)).status).toBe(200)
      expect((await post(office.address, '/api/invites/look', { invite })).status).toBe(200)
      expect((await askToJoin(office.address, key, invite, name)).status).toBe(200)
      return signIn(office.address, key)
    }
    const all = await Promise.all(Array.from({ length: 200 }, (_, n) => arrive(`Lin ${n}`)))
    expect(new Set(all.map(({ welcome: { member } }) => member)).size).toBe(200)
    // Each with three more tabs, after the relay was away for a moment.
    for (const one of all) one.close()
    await Promise.all(all.map(({ closed }) => closed))
    const tabs = all.flatMap(({ key }) => [key, key, key])
    const again = await Promise.all(tabs.map((key) => signIn(office.address, key)))
    expect(again.length).toBe(600)
    expect(200 * (FILES + 4) + 800).toBeLessThan(limits.requestsPerMinute)
  } finally {
    await office.stop()
  }
})

test('an invite opened twice at once at its last use lets one in', async () => {
  const invite = await inviteFor(running.address, owner.welcome.token, 'member', 1)
  const keys = [await newKey(), await newKey()]
  const answers = await Promise.all(keys.map((key) => askToJoin(running.address, key, invite)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
})

async function deviceInvite(of: Device): Promise<InviteKey> {
  const body = { for: 'device', access: 'member', hours: 1, uses: 1 }
  const answer = await post(running.address, '/api/invites', body, of.welcome.token)
  const { invite, link } = invitedAnswerSchema.parse(await answer.json())
  return { id: invite.id, secret: link.slice(link.lastIndexOf('.') + 1) }
}

test('a second device is the same member’s, told to everybody, and the code works once', async () => {
  const lin = await running.device('viewer')
  const invite = await deviceInvite(lin)
  const look = await post(running.address, '/api/invites/look', { invite })
  expect(await look.json()).toMatchObject({ for: 'device', access: 'viewer' })
  const second = await signIn(running.address, await joinAs(running.address, invite, 'Phone'))
  expect(second.welcome).toMatchObject({ member: lin.welcome.member, access: 'viewer' })
  const me = second.welcome.people.find(({ member }) => member === lin.welcome.member)
  expect(me).toMatchObject({
    name: 'Lin',
    devices: [lin.welcome.device, second.welcome.device],
  })
  const again = await askToJoin(running.address, await newKey(), invite)
  expect(again.status).toBe(410)
})
