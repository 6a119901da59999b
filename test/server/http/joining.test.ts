import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '#server/environment.ts'
import { startRelay, type Relay } from '#server/start-relay.ts'
import { randomId } from '#shared/lib/ids.ts'
import { peopleSchema } from '#shared/protocol/control.ts'
import { toDevice } from '#shared/protocol/frames.ts'
import { httpRefusalSchema, type InviteKey } from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Access } from '#shared/protocol/names.ts'
import type { PlainObject } from '#shared/records/canonical.ts'
import { askToJoin, control, joinAs, json, newKey, post, signIn } from '../relay/device.ts'
import { memberInvite, newInviteKey, sayInvite } from '../relay/inviting.ts'
import { runRelay, type RunningRelay } from '../relay/running-relay.ts'
import { speakerOn, type Speaker } from '../relay/saying-records.ts'

let now = 1_800_000_000_000
let running: RunningRelay
beforeAll(async () => {
  running = await runRelay({ now: () => now })
})
afterAll(() => running.stop())

const refusalOf = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  httpRefusalSchema.parse(await answer.json()).code,
]
const look = (invite: InviteKey): Promise<Response> =>
  post(running.address, '/api/invites/look', { invite })
/** The owner on a fresh socket, who says one record and is gone. */
const owners = async <T>(say: (speaker: Speaker) => Promise<T>): Promise<T> => {
  const device = await signIn(running.address, running.owner)
  const said = await say(speakerOn(device))
  device.close()
  return said
}

async function fresh(
  env: Record<string, string> = {},
): Promise<{ relay: Relay; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'asterism-fresh-'))
  const relay = await startRelay(
    readEnvironment({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env }),
  )
  return {
    relay,
    async stop() {
      await relay.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

test('an invite says what it is for, lets as many in as it allows, then is used up', async () => {
  const invite = await running.invite('viewer', 2)
  const seen = await look(invite)
  expect(await seen.json()).toMatchObject({ workspace: 'Studio', access: 'viewer' })
  const key = await joinAs(running.address, invite)
  expect((await signIn(running.address, key)).welcome.access).toBe('viewer')
  // A device that lost the answer asks again and is told the same.
  expect((await askToJoin(running.address, key, invite)).status).toBe(200)
  await joinAs(running.address, invite)
  expect(await refusalOf(await askToJoin(running.address, await newKey(), invite))).toEqual([
    410,
    'invite-used-up',
  ])
  expect(await refusalOf(await look(invite))).toEqual([410, 'invite-used-up'])
})

test('a revoked and an expired invite let nobody in', async () => {
  const revoked = newInviteKey()
  expect(await owners((mei) => sayInvite(mei, memberInvite(now), revoked))).toMatchObject({ n: 1 })
  expect((await look(revoked)).status).toBe(200)
  const end = { kind: 'invite', outcome: 'ended', subject: revoked.id, body: {} }
  expect(await owners(async (mei) => mei.say(await mei.fact(end)))).toMatchObject({ seq: 2 })
  expect(await refusalOf(await askToJoin(running.address, await newKey(), revoked))).toEqual([
    410,
    'invite-revoked',
  ])
  const expiring = await running.invite()
  now += 25 * 3_600_000
  expect(await refusalOf(await askToJoin(running.address, await newKey(), expiring))).toEqual([
    410,
    'invite-expired',
  ])
})

test('no call makes, lists or ends invites: that is done by records', async () => {
  const { welcome } = await signIn(running.address, running.owner)
  const headers = { authorization: `Bearer ${welcome.token}`, origin: running.address }
  for (const [method, path] of [
    ['POST', '/api/invites'],
    ['GET', '/api/invites'],
    ['DELETE', `/api/invites/${(await running.invite()).id}`],
  ] as const)
    expect(await refusalOf(await fetch(`${running.address}${path}`, { method, headers }))).toEqual([
      404,
      'not-found',
    ])
})

test('a signature over something else does not join', async () => {
  const invite = await running.invite()
  const key = await newKey()
  const signature = await key.sign('something else')
  const body = { invite, name: 'Lin', publicKey: key.publicKey, signature }
  expect(await refusalOf(await post(running.address, '/api/join', body))).toEqual([
    400,
    'signature-wrong',
  ])
})

test('members and viewers invite nobody, a lead invites no lead, and what is no invite is no record', async () => {
  const body = memberInvite(now)
  const says = async (access: Access, wanted: PlainObject) =>
    sayInvite(speakerOn(await running.device(access)), wanted)
  expect(await says('member', body)).toBe('no-access')
  expect(await says('viewer', body)).toBe('no-access')
  expect(await says('lead', { ...body, access: 'lead' })).toBe('no-access')
  expect(await says('lead', { ...body, access: 'owner' })).toBe('no-access')
  expect(await says('lead', { ...body, uses: 0 })).toBe('record-wrong')
  expect(await says('lead', body)).toMatchObject({ n: 1 })
})

test('everybody who is here is told when somebody joins', async () => {
  const mei = await running.device()
  await running.person()
  const told = async (): Promise<number> =>
    peopleSchema.parse(json(await mei.take(control(toDevice.people)))).people.length
  // The first may still be of Mei's own coming.
  let count = await told()
  while (count <= mei.welcome.people.length) count = await told()
  expect(count).toBe(mei.welcome.people.length + 1)
})

/** A look at an invite from another address of this machine, or as a proxy here names it. */
function lookFrom(
  from: { localAddress?: string; forwardedFor?: string },
  invite: InviteKey,
): Promise<number> {
  const { localAddress, forwardedFor } = from
  return new Promise((resolve, reject) => {
    const asked = request(
      `${running.address}/api/invites/look`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
        },
        ...(localAddress === undefined ? {} : { localAddress }),
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      },
    )
    asked.on('error', reject)
    asked.end(JSON.stringify({ invite }))
  })
}

test('wrong secrets are counted per address, and an hour later count no more', async () => {
  const wrong = { id: 'owner', secret: 'x'.repeat(43) } as const
  const invite = await running.invite()
  const guess = { ...invite, secret: wrong.secret }
  for (let i = 0; i < limits.inviteTriesPerHour; i++)
    expect(await refusalOf(await look(guess))).toEqual([404, 'invite-wrong'])
  now += 10 * 60_000
  const late = await look(guess)
  expect(late.headers.get('retry-after')).toBe('3000')
  expect(await refusalOf(late)).toEqual([429, 'too-many-tries'])
  expect(await refusalOf(await look(invite))).toEqual([429, 'too-many-tries'])
  expect(await refusalOf(await askToJoin(running.address, await newKey(), invite))).toEqual([
    429,
    'too-many-tries',
  ])
  // Others are let in meanwhile: from their own address, or as a proxy on this machine names them.
  expect(await lookFrom({ localAddress: '127.0.0.2' }, invite)).toBe(200)
  expect(await lookFrom({ forwardedFor: '10.0.0.1' }, invite)).toBe(200)
  now += 60 * 60_000
  expect((await look(invite)).status).toBe(200)
})

test('behind a proxy a guesser is who the proxy saw, whatever the guesser claims to be', async () => {
  const invite = await running.invite()
  const guess = { ...invite, secret: 'x'.repeat(43) }
  for (let i = 0; i < limits.inviteTriesPerHour; i++)
    expect(await lookFrom({ forwardedFor: `192.0.2.${i}, 10.0.0.7` }, guess)).toBe(404)
  expect(await lookFrom({ forwardedFor: '192.0.2.99, 10.0.0.7' }, invite)).toBe(429)
  expect(await lookFrom({ forwardedFor: '10.0.0.8' }, invite)).toBe(200)
})

test('the owner link founds the workspace once', async () => {
  const { relay, stop } = await fresh({ PUBLIC_URL: 'https://asterism.example' })
  expect(relay.ownerLink).toMatch(/^https:\/\/asterism\.example\/join#owner\.[A-Za-z0-9_-]{43}$/)
  const secret = relay.ownerLink?.split('.').at(-1) ?? ''
  const key = await newKey()
  const found = { workspace: randomId(), name: 'Studio', member: randomId() }
  const join = async (invite: InviteKey | null): Promise<Response> => {
    const text = `asterism join 1\nasterism.example\n${invite?.id ?? ''}\n${key.device}\nMei\n${found.workspace}\n${found.member}`
    return post(relay.address, '/api/join', {
      invite,
      name: 'Mei',
      found,
      publicKey: key.publicKey,
      signature: await key.sign(text),
    })
  }
  expect(await refusalOf(await join({ id: 'owner', secret: 'y'.repeat(43) }))).toEqual([
    404,
    'invite-wrong',
  ])
  expect(await refusalOf(await join(null))).toEqual([404, 'invite-wrong'])
  expect(
    (await post(relay.address, '/api/invites/look', { invite: { id: 'owner', secret } })).status,
  ).toBe(200)
  expect((await join({ id: 'owner', secret })).status).toBe(200)
  expect(relay.ownerLink).toBeNull()
  // The same again, whose answer may have been lost; somebody else with the link that is used up.
  expect((await join({ id: 'owner', secret })).status).toBe(200)
  const other = await askToJoin(relay.address, await newKey(), { id: 'owner', secret }, 'Ana', 'B')
  expect(other.status).not.toBe(200)
  // Devices are told under what address others reach it: links they make begin with it.
  const { host } = new URL(relay.address)
  const outside = {
    ...key,
    sign: (text: string) => key.sign(text.replace(host, 'asterism.example')),
  }
  const { welcome } = await signIn(relay.address, outside)
  expect(welcome.address).toBe('https://asterism.example')
  expect((await signIn(running.address, running.owner)).welcome.address).toBeUndefined()
  await stop()
})

interface Visiting {
  readonly headers?: Record<string, string>
  readonly env?: Record<string, string>
}

const from = (host: string) => ({ host, origin: `http://${host}` })

test.each<[string, Visiting, string]>([
  ['its own name on loopback', {}, 'open'],
  ...[
    'x-forwarded-port',
    'x-forwarded-proto',
    'x-forwarded-server',
    'via',
    'x-real-ip',
    'x-client-ip',
    'true-client-ip',
    'cf-connecting-ip',
  ].map((name): [string, Visiting, string] => [name, { headers: { [name]: '1' } }, 'link']),
  ['a forwarded header', { headers: { 'x-forwarded-for': '10.0.0.1' } }, 'link'],
  ['a forwarded host', { headers: { 'x-forwarded-host': 'localhost' } }, 'link'],
  ['a Forwarded header', { headers: { forwarded: 'for=10.0.0.1' } }, 'link'],
  ['another port in Host', { headers: from('127.0.0.1:1') }, 'link'],
  ['a name that was rebound', { headers: from('evil.example') }, 'link'],
  ['a relay that listens everywhere', { env: { HOST: '0.0.0.0' } }, 'link'],
  ['a public address elsewhere', { env: { PUBLIC_URL: 'https://asterism.example' } }, 'link'],
])('without an owner a visitor with %s finds the relay %s', async (_, { headers, env }, owner) => {
  const { relay, stop } = await fresh(env)
  const ask = (path: string, method: string, body?: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const page = method === 'GET' ? {} : { origin: relay.address }
      const sent = { 'content-type': 'application/json', ...page, ...headers }
      const asked = request(`${relay.address}${path}`, { method, headers: sent }, (response) => {
        let said = ''
        response.on('data', (chunk: Buffer) => (said += chunk.toString()))
        response.on('end', () => resolve(said))
      })
      asked.on('error', reject)
      asked.end(body)
    })
  expect(JSON.parse(await ask('/api/relay', 'GET'))).toMatchObject({ owner })
  // What the page is told is also what joining does.
  const key = await newKey()
  const host = env?.['PUBLIC_URL']
    ? 'asterism.example'
    : (headers?.['host'] ?? new URL(relay.address).host)
  const found = { workspace: randomId(), name: 'Studio', member: randomId() }
  const signature = await key.sign(
    `asterism join 1\n${host}\n\n${key.device}\nMei\n${found.workspace}\n${found.member}`,
  )
  const body = { invite: null, name: 'Mei', found, publicKey: key.publicKey, signature }
  const joined = JSON.parse(await ask('/api/join', 'POST', JSON.stringify(body)))
  expect(joined).toMatchObject(owner === 'open' ? { access: 'owner' } : { code: 'invite-wrong' })
  expect(relay.ownerLink === null).toBe(owner === 'open')
  await stop()
})

test('through a proxy that hides itself nobody owns without the link: the page has another address, or says none', async () => {
  const { relay, stop } = await fresh()
  const key = await newKey()
  const found = { workspace: randomId(), name: 'Studio', member: randomId() }
  const signature = await key.sign(
    `asterism join 1\n${new URL(relay.address).host}\n\n${key.device}\nMei\n${found.workspace}\n${found.member}`,
  )
  const claim = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${relay.address}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        ...{ invite: null, name: 'Mei', found },
        ...{ publicKey: key.publicKey, signature },
      }),
    })
  for (const origin of [
    'https://asterism.example',
    'http://127.0.0.1',
    'http://localhost:1',
    'null',
  ])
    expect(await refusalOf(await claim({ origin }))).toEqual([403, 'no-access'])
  expect(await refusalOf(await claim({}))).toEqual([404, 'invite-wrong'])
  expect((await claim({ origin: relay.address })).status).toBe(200)
  await stop()
})

test('a page from elsewhere is turned away, by HTTP and by socket', async () => {
  const answer = await fetch(`${running.address}/api/relay`, {
    headers: { origin: 'https://evil.example' },
  })
  expect(await refusalOf(answer)).toEqual([403, 'no-access'])
  const { WebSocket } = await import('ws')
  const socket = new WebSocket(`${running.address.replace('http', 'ws')}/sync`, {
    origin: 'https://evil.example',
  })
  const status = await new Promise((resolve) =>
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode)),
  )
  expect(status).toBe(403)
  const own = await fetch(`${running.address}/api/relay`, { headers: { origin: running.address } })
  expect(await own.json()).toMatchObject({ owner: 'present' })
})

test('a name comes in as it may stand beside others: no overrides of direction, nothing unseen', async () => {
  const key = await newKey()
  const invite = await running.invite()
  const answer = await askToJoin(running.address, key, invite, '\u202eevil\u200b ')
  expect(answer.status).toBe(200)
  const { people } = (await signIn(running.address, key)).welcome
  expect(people.map(({ name }) => name)).toContain('evil')
  const nobody = await askToJoin(running.address, await newKey(), invite, '\u200b\u2800')
  expect(nobody.status).toBe(400)
})
