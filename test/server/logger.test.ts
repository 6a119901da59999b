/** Whatever fails with whatever hung on it: nothing that opens a door stands in the log. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLogger, strikeSecrets } from '#server/logger.ts'
import { randomId } from '#shared/lib/ids.ts'
import { jsonFrame, toRelay } from '#shared/protocol/frames.ts'
import { createFaultyLog } from './relay/faulty-log.ts'
import { hello, newKey, openTalk, post, signIn } from './relay/device.ts'
import { type } from './relay/frames.ts'
import { newDoc, runRelay } from './relay/running-relay.ts'

function listening(): { lines: string[]; logger: ReturnType<typeof createLogger> } {
  const lines: string[] = []
  return { lines, logger: createLogger('trace', { write: (line) => void lines.push(line) }) }
}

const opensDoors = [
  'token',
  'secret',
  'signature',
  'authorization',
  'Authorization',
  'sessionToken',
  'cookie',
  'nonce',
  'publicKey',
] as const

test('an error leaves its kind, words, code and cause; what a library hung on it does not', () => {
  const { lines, logger } = listening()
  const cause = Object.assign(new TypeError('no such table'), { sql: 'select of something' })
  const err = Object.assign(new Error('could not be stored', { cause }), {
    code: 'SQLITE_BUSY',
    request: { headers: { authorization: 'Bearer abc' } },
  })
  logger.error({ err, during: 'committing' }, 'something failed')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'something failed',
    during: 'committing',
    err: {
      type: 'Error',
      message: 'could not be stored',
      code: 'SQLITE_BUSY',
      cause: { type: 'TypeError', message: 'no such table' },
    },
  })
  expect(lines[0]).toContain('logger.test.ts')
  expect(lines[0]).not.toMatch(/request|sql\b|select|abc/)
})

test('ids, paths and numbers stay to be read', () => {
  const line = `{"doc":"${newDoc()}","of":"${randomId()}","during":"committing","path":"/api/invites/look","n":42,"tokenMs":5}`
  expect(strikeSecrets(line)).toBe(line)
})

test('circular and endless causes end', () => {
  const { lines, logger } = listening()
  const one = new Error('one')
  one.cause = new Error('two', { cause: one })
  logger.error({ err: one }, 'something failed')
  expect(lines[0]).toContain('two')
})

test('a secret on an error, in its words, its cause or beside it is in no line, and every line is JSON', () => {
  const secret = fc.uint8Array({ minLength: 15, maxLength: 96 }).map((bytes) =>
    // Never the letters of a word that is there anyway.
    Buffer.from(bytes).toString('base64url'),
  )
  const key = fc.constantFrom(...opensDoors)
  const words = fc.constantFrom<(key: string, secret: string) => string>(
    (_, said) => `https://relay.example/join#abcdefghijklmnopqrstuvwxyz.${said} was not right`,
    (_, said) => `https://relay.example/join#owner.${said}`,
    (_, said) => `refused Bearer ${said}`,
    (_, said) => `subprotocol bearer.${said}, asterism.1`,
    (name, said) => `Unexpected token in JSON: {"${name}":"${said}"}`,
    (name, said) => `Unexpected token in ${JSON.stringify(JSON.stringify({ [name]: said }))}`,
    (name, said) => `/doc/brief?${name}=${said}&x=1`,
    (name, said) => `${name}: ${said}`,
    (_, said) => `authorization: Basic ${said}`,
  )
  const placed = fc.constantFrom<(name: string, said: string, text: string) => [object, string]>(
    (_, __, text) => [{ err: new Error(text) }, 'something failed'],
    (_, __, text) => [{ err: new Error('outer', { cause: new Error(text) }) }, 'something failed'],
    (_, __, text) => [{ err: new AggregateError([new Error(text)], 'many') }, 'something failed'],
    (_, __, text) => [{ err: text }, 'something failed'],
    (_, __, text) => [{ said: [text] }, text],
    (name, said) => [{ err: Object.assign(new Error('x'), { [name]: said }) }, 'something failed'],
    (name, said) => [{ err: Object.assign(new Error('x'), { deep: [{ [name]: said }] }) }, 'x'],
    (name, said) => [{ [name]: said, deep: { [name]: [{ [name]: said }] } }, 'something failed'],
    (name, said) => [{ [name]: null, also: { [name]: 5, [`${name}Of`]: said.length } }, 'x'],
  )
  fc.assert(
    fc.property(secret, key, words, placed, (said, name, write, place) => {
      const { lines, logger } = listening()
      logger.error(...place(name, said, write(name, said)))
      expect(lines.length).toBe(1)
      expect(() => JSON.parse(lines[0] ?? '') as unknown).not.toThrow()
      expect(lines[0]).not.toContain(said)
    }),
    { numRuns: 500 },
  )
})

test('a relay that fails under joining, signing in and writing tells none of what it was told', async () => {
  const { lines, logger } = listening()
  const faulty = createFaultyLog()
  const running = await runRelay({ logger, wrapLog: faulty.wrap })
  const secrets: string[] = []
  const secret = (): string => {
    const made = randomBytes(32).toString('base64url')
    secrets.push(made)
    return made
  }
  try {
    const device = await signIn(running.address, running.owner)
    secrets.push(device.welcome.token)
    const token = secret()
    const failure = Object.assign(new Error(`disk full while writing {"token":"${token}"}`), {
      headers: { authorization: `Bearer ${device.welcome.token}` },
      signature: secret(),
      cause: new Error(`${running.address}/join#owner.${secret()}`),
    })
    faulty.fail(failure)
    expect(await device.push(newDoc(), type(new Y.Doc(), 'x'))).toBe('busy')
    faulty.heal()
    // A Directory that fails names what it was asked.
    const { directory } = running.relay.engine()
    Object.assign(directory, {
      lookAtInvite: () => Promise.reject(failure),
      session: () => Promise.reject(failure),
    })
    const invite = { id: randomId(), secret: secret() }
    expect((await post(running.address, '/api/invites/look', { invite })).status).toBe(503)
    expect((await post(running.address, '/api/doc-token', {}, secret())).status).toBe(503)
    expect((await post(running.address, `/api/${secret()}`, {}, secret())).status).toBe(404)
    const talk = await openTalk(running.address)
    talk.say(hello(await newKey(), secret()))
    expect((await talk.closed).reason).toBe('relay-fault')
    const broken = await openTalk(running.address)
    broken.say(jsonFrame(toRelay.hello, { secret: secret() }))
    await broken.closed
  } finally {
    await running.stop()
  }
  expect(lines.length).toBeGreaterThan(3)
  const all = lines.join('')
  for (const one of secrets) expect(all).not.toContain(one)
  expect(all).toContain('disk full while writing')
})
