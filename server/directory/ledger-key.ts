/** The key the relay countersigns records with, made once and kept with the data; and an entry's text, link and signature. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from 'node:crypto'
import { hashToText, ledgerText, type LedgerEntry } from '#shared/records/texts.ts'

export interface LedgerKey {
  /** SPKI. */
  readonly publicKey: Uint8Array
  enter(entry: Omit<LedgerEntry, 'signatureHash'> & { readonly signature: Uint8Array }): {
    readonly link: string
    readonly countersignature: Uint8Array
  }
}

/** PKCS 8 of a new P-256 key. */
export const newLedgerKey = (): Uint8Array =>
  generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({
    format: 'der',
    type: 'pkcs8',
  })

export function openLedgerKey(pkcs8: Uint8Array): LedgerKey {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return {
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }),
    enter({ signature, ...entry }) {
      const text = ledgerText({ ...entry, signatureHash: sha256(signature) })
      return {
        link: hashToText(sha256(text)),
        countersignature: sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }),
      }
    },
  }
}

const sha256 = (bytes: Uint8Array | string): Uint8Array =>
  createHash('sha256').update(bytes).digest()
