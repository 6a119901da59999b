import { afterAll, beforeAll, expect, test } from 'vitest'
import { challengeSchema, tokenSchema } from '#shared/protocol/control.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { jsonFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { signInText } from '#shared/protocol/sign-in.ts'
import { control, hello, json, newKey, openTalk, signIn, type Key, type Talk } from './device.ts'
import { runRelay, type RunningRelay } from './running-relay.ts'

let now = 1_800_000_000_000
let running: RunningRelay
let key: Key
let colleague: Key
let host = ''
beforeAll(async () => {
  running = await runRelay({ now: () => now })
  key = await running.person()
  colleague = await running.person()
  host = new URL(running.address).host
})
afterAll(() => running.stop())

const nonceOf = async (talk: Talk): Promise<string> =>
  challengeSchema.parse(json(await talk.take(control(toDevice.challenge)))).nonce
const prove = async (talk: Talk, nonce: string, of: Key = key, at = host): Promise<void> =>
  talk.say(jsonFrame(toRelay.proof, { signature: await of.sign(signInText(at, of.device, nonce)) }))

test('a live token skips the challenge and is not prolonged; after its end the device must prove itself', async () => {
  const { welcome } = await signIn(running.address, key)
  now += 60_000
  const again = await openTalk(running.address)
  again.say(hello(key, welcome.token))
  expect(json(await again.take(control(toDevice.welcome)))).toMatchObject({
    token: welcome.token,
    tokenMs: limits.sessionMs - 60_000,
  })
  now += limits.sessionMs
  const late = await openTalk(running.address)
  late.say(hello(key, welcome.token))
  await nonceOf(late)
})

test('a token of another device is worth nothing', async () => {
  const { welcome } = await signIn(running.address, key)
  const other = await openTalk(running.address)
  other.say(hello(colleague, welcome.token))
  await nonceOf(other)
})

test('an open socket refreshes its token by proving itself again', async () => {
  const device = await signIn(running.address, key)
  device.say(jsonFrame(toRelay.refresh, {}))
  await prove(device, await nonceOf(device))
  const { token } = tokenSchema.parse(json(await device.take(control(toDevice.token))))
  expect(token).not.toBe(device.welcome.token)
})

test.each([
  [
    'a replayed challenge',
    async (talk: Talk) => {
      const first = await openTalk(running.address)
      first.say(hello(key))
      const old = await nonceOf(first)
      await prove(first, old)
      await first.take(control(toDevice.welcome))
      talk.say(hello(key))
      await nonceOf(talk)
      await prove(talk, old)
    },
  ],
  [
    'a signature for another host',
    async (talk: Talk) => {
      talk.say(hello(key))
      await prove(talk, await nonceOf(talk), key, 'elsewhere.example')
    },
  ],
  [
    'another key',
    async (talk: Talk) => {
      talk.say(hello(key))
      const nonce = await nonceOf(talk)
      const stranger = await newKey()
      talk.say(
        jsonFrame(toRelay.proof, {
          signature: await stranger.sign(signInText(host, key.device, nonce)),
        }),
      )
    },
  ],
  [
    'a device nobody knows',
    async (talk: Talk) => {
      const stranger = await newKey()
      talk.say(hello(stranger))
      await prove(talk, await nonceOf(talk), stranger)
    },
  ],
  [
    'a proof that comes too late',
    async (talk: Talk) => {
      talk.say(hello(key))
      const nonce = await nonceOf(talk)
      now += limits.nonceMs + 1
      await prove(talk, nonce)
    },
  ],
])('%s does not sign in', async (_, attempt) => {
  const talk = await openTalk(running.address)
  await attempt(talk)
  expect(await talk.closed).toEqual({ code: closeCodes['signed-out'], reason: 'signed-out' })
})

test('another version is told so, something else first is malformed, too much is too large', async () => {
  const says = async (frame: Uint8Array | string): Promise<string> => {
    const talk = await openTalk(running.address)
    talk.say(frame)
    return (await talk.closed).reason
  }
  expect(await says(jsonFrame(toRelay.hello, { version: 2, device: key.device, app: 'x' }))).toBe(
    'version',
  )
  expect(await says(jsonFrame(toRelay.feed, { cursor: null }))).toBe('malformed')
  expect(await says('hello')).toBe('malformed')
  expect(await says(new Uint8Array(limits.helloBytes + 1))).toBe('too-large')
  await signIn(running.address, key)
})

test('a socket that says nothing is closed after five seconds', async () => {
  const talk = await openTalk(running.address)
  expect((await talk.closed).reason).toBe('hello-late')
})
