/**
 * Lets enough people into our relay for the sockets a scenario opens: an owner who founds the workspace, the others by
 * an invite. Their keys are kept beside the data, so that a restarted or copied relay knows them.
 */
import { webcrypto } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { bytesToBase32, randomId } from '#shared/lib/ids.ts'
import { joinAnswerSchema, type JoinBody } from '#shared/protocol/http.ts'
import { foundText, joinText, signInText } from '#shared/protocol/sign-in.ts'
import { signIn as signInOwner } from '#test/server/relay/device.ts'
import { inviteBy } from '#test/server/relay/inviting.ts'

export interface DeviceKey {
  readonly device: string
  sign(text: string): Promise<string>
}

type Invite = NonNullable<JoinBody['invite']>

const keptSchema = z.object({
  /** How often this data folder has been visited: pushes are numbered from here, never twice. */
  visits: z.int(),
  keys: z.array(z.object({ device: z.string(), pkcs8: z.string() })),
})

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const text = new TextEncoder()
const base64url = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url')

export interface People {
  readonly devices: readonly DeviceKey[]
  readonly visits: number
}

export async function letPeopleIn(folder: string, host: string, count: number): Promise<People> {
  const file = join(folder, 'bench-people.json')
  const kept = existsSync(file)
    ? keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { visits: 0, keys: [] }
  const devices = await Promise.all(
    kept.keys.map(async ({ device, pkcs8 }) => deviceOf(device, await privateKey(pkcs8))),
  )
  let invite: Invite | null = null
  while (devices.length < count) {
    const owner = devices[0]
    if (owner !== undefined) invite ??= await newInvite(host, owner)
    const made = await newcomer(host, invite, `Person ${devices.length}`)
    kept.keys.push(made.kept)
    devices.push(made.device)
  }
  const visits = kept.visits + 1
  writeFileSync(file, JSON.stringify({ visits, keys: kept.keys }))
  return { devices, visits }
}

export const signIn = (device: DeviceKey, host: string, nonce: string): Promise<string> =>
  device.sign(signInText(host, device.device, nonce))

async function newcomer(host: string, invite: Invite | null, name: string) {
  const pair = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const spki = await webcrypto.subtle.exportKey('spki', pair.publicKey)
  const hash = await webcrypto.subtle.digest('SHA-256', spki)
  const device = deviceOf(bytesToBase32(new Uint8Array(hash, 0, 16)), pair.privateKey)
  const said = [host, invite?.id ?? '', device.device, name] as const
  const found =
    invite === null ? { workspace: randomId(), name: 'Bench', member: randomId() } : undefined
  const signature = await device.sign(
    found === undefined ? joinText(...said) : foundText(...said, found),
  )
  const body = {
    invite,
    name,
    publicKey: base64url(spki),
    signature,
    ...(found === undefined ? {} : { found }),
  }
  joinAnswerSchema.parse(await post(host, '/api/join', body))
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey)
  return { device, kept: { device: device.device, pkcs8: base64url(pkcs8) } }
}

/** By record, as the owner's own device makes it; for up to 200 devices. */
async function newInvite(host: string, owner: DeviceKey): Promise<Invite> {
  const device = await signInOwner(`http://${host}`, { ...owner, publicKey: '' })
  const invite = await inviteBy(device, { uses: 200 })
  device.close()
  await device.closed
  return invite
}

/** The link a person opens. */
export async function inviteLink(host: string, owner: DeviceKey): Promise<string> {
  const { id, secret } = await newInvite(host, owner)
  return `http://${host}/join#${id}.${secret}`
}

async function post(host: string, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`http://${host}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://${host}` },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

const deviceOf = (device: string, key: webcrypto.CryptoKey): DeviceKey => ({
  device,
  sign: async (words) =>
    base64url(
      await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, text.encode(words)),
    ),
})

const privateKey = (pkcs8: string): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', Buffer.from(pkcs8, 'base64url'), ALGORITHM, false, ['sign'])
