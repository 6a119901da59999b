/**
 * Who this device is, per workspace: its key (the private half cannot leave the browser), member, name and access, in the
 * database `asterism:identity`. Left out: joining (join.ts), proving it to the relay (link.ts).
 */
import * as z from 'zod/mini'
import type { DBSchema } from 'idb'
import { bytesToBase32, type DeviceId } from '#shared/lib/ids.ts'
import {
  accessSchema,
  deviceIdSchema,
  memberIdSchema,
  workspaceIdSchema,
} from '#shared/protocol/names.ts'
import { bytesToBase64url } from './base64url.ts'
import type { DeviceEnvironment } from './environment.ts'
import { openDatabase } from './open-database.ts'

const cryptoKey = z.custom<CryptoKey>((value) => value instanceof CryptoKey)

const identitySchema = z.object({
  workspace: z.object({ id: workspaceIdSchema, name: z.string() }),
  member: memberIdSchema,
  device: deviceIdSchema,
  name: z.string(),
  access: accessSchema,
  /** The invite this device came by, null for the first owner; not there where that was not noted. */
  invite: z.optional(z.nullable(z.string())),
  /** The name of whoever made that invite, as its door said: whom to ask when nothing is shared any more. */
  invitedBy: z.optional(z.string()),
  /** One more device of somebody who was here: it links itself and joins nobody. */
  linked: z.optional(z.literal(true)),
  /** The relay's origin, `https://brief.example`. */
  relay: z.string(),
  /** No relay knows the workspace yet: it was made offline. */
  alone: z.optional(z.literal(true)),
  /** Filled with generated work; never shared with a relay. */
  demo: z.optional(z.literal(true)),
  keys: z.object({ privateKey: cryptoKey, publicKey: cryptoKey }),
})
export type Identity = z.infer<typeof identitySchema>

export interface DeviceKey {
  readonly keys: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey }
  readonly device: DeviceId
  /** SPKI, base64url. */
  readonly publicKey: string
}

export async function createDeviceKey(environment: DeviceEnvironment): Promise<DeviceKey> {
  const { subtle } = environment.crypto
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const spki = new Uint8Array(await subtle.exportKey('spki', pair.publicKey))
  return {
    keys: pair,
    device: await deviceIdOf(environment, spki),
    publicKey: bytesToBase64url(spki),
  }
}

/** SPKI, base64url. */
export const publicKeyOf = async (
  { crypto }: DeviceEnvironment,
  publicKey: CryptoKey,
): Promise<string> =>
  bytesToBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)))

/** Base 32 of the first 16 bytes of SHA-256 over the public key's SPKI bytes. */
export async function deviceIdOf(
  environment: DeviceEnvironment,
  spki: Uint8Array<ArrayBuffer>,
): Promise<DeviceId> {
  const hash = await environment.crypto.subtle.digest('SHA-256', spki)
  return z.parse(deviceIdSchema, bytesToBase32(new Uint8Array(hash, 0, 16)))
}

/** Raw r‖s over SHA-256 of the text's UTF-8, base64url. */
export async function signText(
  environment: DeviceEnvironment,
  privateKey: CryptoKey,
  text: string,
): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const signature = await environment.crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    privateKey,
    bytes,
  )
  return bytesToBase64url(new Uint8Array(signature))
}

export interface Identities {
  list(): Promise<Identity[]>
  get(workspace: string): Promise<Identity | null>
  put(identity: Identity): Promise<void>
  /** A workspace that leaves this device for good. */
  remove(workspace: string): Promise<void>
  close(): void
}

interface IdentityDatabase extends DBSchema {
  identities: { key: string; value: unknown }
}

export async function openIdentities(environment: DeviceEnvironment): Promise<Identities> {
  const { database } = await openDatabase<IdentityDatabase>(
    environment,
    'asterism:identity',
    1,
    (made) => {
      made.createObjectStore('identities')
    },
  )
  const read = (value: unknown): Identity | null => {
    const parsed = z.safeParse(identitySchema, value)
    return parsed.success ? parsed.data : null
  }
  return {
    list: async () =>
      (await database.getAll('identities')).map(read).filter((identity) => identity !== null),
    get: async (workspace) => read(await database.get('identities', workspace)),
    async put(identity) {
      const writing = database.transaction('identities', 'readwrite', { durability: 'strict' })
      await Promise.all([writing.store.put(identity, identity.workspace.id), writing.done])
    },
    async remove(workspace) {
      const writing = database.transaction('identities', 'readwrite', { durability: 'strict' })
      await Promise.all([writing.store.delete(workspace), writing.done])
    },
    close: () => database.close(),
  }
}
