/**
 * Proving a device: its signature over this relay's nonce, and the token it gets for a short while. A token carries
 * its own end (6 bytes of milliseconds, then 26 random ones); the Directory keeps only its hash.
 */
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import type { DeviceRecord, Directory, Session } from '#server/directory/directory.ts'
import { limits } from '#shared/protocol/limits.ts'
import { signInText } from '#shared/protocol/sign-in.ts'

const END_BYTES = 6

export interface Token {
  readonly token: string
  readonly expiresAt: number
}

export const newNonce = (): string => randomBytes(32).toString('base64url')

export const hashSecret = (secret: string): Uint8Array =>
  createHash('sha256').update(secret).digest()

/** ECDSA P-256 over SHA-256, raw r‖s. False also for a key or signature that is none. */
export function isSignedBy(publicKey: Uint8Array, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return false
    return verify(
      'sha256',
      Buffer.from(text),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  } catch {
    return false
  }
}

export const provesDevice = (
  record: DeviceRecord,
  host: string,
  nonce: string,
  signature: string,
): boolean => isSignedBy(record.publicKey, signInText(host, record.id, nonce), signature)

export async function issueToken(
  directory: Directory,
  session: Session,
  now: number,
  ms: number = limits.sessionMs,
  named?: string,
): Promise<Token> {
  const expiresAt = now + ms
  const bytes = randomBytes(32)
  bytes.writeUIntBE(expiresAt, 0, END_BYTES)
  const token = bytes.toString('base64url')
  await directory.openSession(hashSecret(token), session, expiresAt, now, named)
  return { token, expiresAt }
}

/** Whose live token this is, and until when. */
export async function sessionOf(
  directory: Directory,
  token: string,
  now: number,
): Promise<{ session: Session; expiresAt: number } | null> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.byteLength !== 32) return null
  const session = await directory.session(hashSecret(token), now)
  return session === null ? null : { session, expiresAt: bytes.readUIntBE(0, END_BYTES) }
}
