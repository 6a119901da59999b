/**
 * The feed's cursor: positions in the workspace, of documents and of records, sealed with the relay's key together with
 * device, epoch and reach, so that
 * it tells its holder nothing and is worth nothing to another. A forged or foreign one opens to null: start again.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export interface CursorOf {
  readonly device: string
  readonly epoch: string
  /** Whoever sees more or less than before starts again. */
  readonly sees: 'all' | 'all-with-prices' | 'granted'
}

const NONCE = 12
const TAG = 16
const PLAIN = 16

/** Where a device has read up to. */
export interface FeedPositions {
  readonly documents: number
  readonly records: number
}

export function sealCursor(
  key: Uint8Array,
  { device, epoch, sees }: CursorOf,
  { documents, records }: FeedPositions,
): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(`feed\n${device}\n${epoch}\n${sees}`))
  const plain = Buffer.alloc(PLAIN)
  plain.writeBigUInt64BE(BigInt(documents))
  plain.writeBigUInt64BE(BigInt(records), 8)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

export function openCursor(
  key: Uint8Array,
  { device, epoch, sees }: CursorOf,
  cursor: string,
): FeedPositions | null {
  const bytes = Buffer.from(cursor, 'base64url')
  if (bytes.byteLength !== NONCE + PLAIN + TAG) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
    decipher.setAAD(Buffer.from(`feed\n${device}\n${epoch}\n${sees}`))
    decipher.setAuthTag(bytes.subarray(NONCE + PLAIN))
    const plain = Buffer.concat([
      decipher.update(bytes.subarray(NONCE, NONCE + PLAIN)),
      decipher.final(),
    ])
    return {
      documents: Number(plain.readBigUInt64BE()),
      records: Number(plain.readBigUInt64BE(8)),
    }
  } catch {
    return null
  }
}
