/** Joining under load and at its edges: many at once, two at the last use. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinAnswerSchema } from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import { askToJoin, newKey, post, signIn, type Device } from '../relay/device.ts'
import { runRelay, type RunningRelay } from '../relay/running-relay.ts'

/** Of the 150 files the app and its service worker fetch of a build: the others are counted, not fetched. */
const FETCHED = 10
const FILES = 150

let running: RunningRelay
beforeAll(async () => void (running = await runRelay()))
afterAll(() => running.stop())

test('two hundred people join in a minute, each once', async () => {
  const invite = await running.invite('member', 200)
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
    const invite = await office.invite('member', 200)
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
  const invite = await running.invite('member', 1)
  const keys = [await newKey(), await newKey()]
  const answers = await Promise.all(keys.map((key) => askToJoin(running.address, key, invite)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
})
