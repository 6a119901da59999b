/** What one address may ask for in a minute, and who is one address. */
import { createServer, request, type IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppEnv } from '#server/http/deps.ts'
import { createRates } from '#server/http/rates.ts'
import { acceptSockets } from '#server/http/sockets.ts'
import { visitOf } from '#server/http/visit.ts'
import { httpRefusalSchema } from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import { runRelay, type RunningRelay } from '../relay/running-relay.ts'

let now = 1_800_000_000_000
let running: RunningRelay
beforeAll(async () => {
  running = await runRelay({ now: () => now })
})
afterAll(() => running.stop())

const calling = (from: string, forwardedFor?: string): IncomingMessage =>
  ({
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
    socket: { remoteAddress: from },
  }) as unknown as IncomingMessage

test('one address may ask for so much in a minute; one more is told when to come again', async () => {
  let at = 0
  const rates = createRates(() => at)
  const app = new Hono<AppEnv>().use(rates.requests).get('/', (context) => context.text('here'))
  const ask = (from: string): Promise<Response> =>
    Promise.resolve(app.request('/', undefined, { incoming: calling(from) }))
  for (let n = 0; n < limits.requestsPerMinute; n++)
    if (!(await ask('10.0.0.1')).ok) throw new Error(`request ${n} was refused`)
  at += 20_000
  const refused = await ask('10.0.0.1')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40'])
  expect(httpRefusalSchema.parse(await refused.json())).toEqual({
    code: 'too-many-requests',
    zh: '这个网络发来的请求太多。请一分钟后再试。',
    en: 'Too many requests from this network. Try again in a minute.',
  })
  // Who opened the address in a browser reads sentences, not a code.
  const page = await app.request(
    '/',
    { headers: { accept: 'text/html,*/*' } },
    { incoming: calling('10.0.0.1') },
  )
  expect([page.status, await page.text()]).toEqual([
    429,
    '这个网络发来的请求太多。请一分钟后再试。\nToo many requests from this network. Try again in a minute.\n',
  ])
  expect((await ask('10.0.0.2')).status).toBe(200)
  // A socket is one request, too.
  expect([rates.upgrade('10.0.0.1'), rates.upgrade('10.0.0.2')]).toEqual([40, null])
  at += 40_000
  expect((await ask('10.0.0.1')).status).toBe(200)
})

test('calls have a limit of their own; files and health go on, and the next minute is a new one', async () => {
  const call = (): Promise<Response> => fetch(`${running.address}/api/relay`)
  now += 60_000
  for (let n = 0; n < limits.callsPerMinute; n++) expect((await call()).status).toBe(200)
  const refused = await call()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  expect(httpRefusalSchema.parse(await refused.json()).code).toBe('too-many-requests')
  expect((await fetch(`${running.address}/healthz`)).status).toBe(200)
  now += 60_000
  expect((await call()).status).toBe(200)
})

test('whom a proxy on another machine or a made-up header names counts for nothing', () => {
  const as = (from: string, forwardedFor?: string): string =>
    visitOf(calling(from, forwardedFor)).countedAs
  expect(as('203.0.113.9', '10.0.0.1')).toBe('203.0.113.9')
  expect(as('127.0.0.1', '10.0.0.1')).toBe('10.0.0.1')
  expect(as('127.0.0.1', 'made-up, 198.51.100.7')).toBe('198.51.100.7')
  expect(as('127.0.0.1', '198.51.100.7:4711')).toBe('198.51.100.7')
  expect(as('127.0.0.1', '[2001:db8:0:7::1]:4711')).toBe('2001:db8:0:7::/64')
  expect(as('127.0.0.1', 'x'.repeat(8_000))).toBe('127.0.0.1')
})

test('an IPv6 network is one caller, an IPv4 address in its IPv6 form the same one', () => {
  const as = (from: string): string => visitOf(calling(from)).countedAs
  expect(as('2001:db8:0:7:aaaa::1')).toBe(as('2001:0db8:0000:0007::2'))
  expect(as('2001:db8:0:7::1')).not.toBe(as('2001:db8:0:8::1'))
  expect(as('fe80::1%eth0')).toBe(as('fe80::2'))
  expect(as('::ffff:10.1.2.3')).toBe('10.1.2.3')
})

test('a socket beyond the limit is answered 429 before it is one', async () => {
  const server = createServer()
  const nobody = (): never => {
    throw new Error('no socket may be made')
  }
  acceptSockets(server, {
    engine: nobody,
    publicUrl: undefined,
    allowQueryToken: false,
    rates: { ...createRates(() => 0), upgrade: () => 40 },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { connection: 'upgrade', upgrade: 'websocket' }
      const asked = request(`http://127.0.0.1:${port}/sync`, { headers }, resolve)
      asked.on('error', reject)
      asked.end()
    })
    answer.resume()
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '40'])
  } finally {
    server.close()
  }
})
