/**
 * The exact texts that are signed, hashed and chained (docs/decisions.md, 12), and the two names that follow from them:
 * a record's id and a ledger entry's link. Hashing is the caller's, because browsers hash asynchronously and the relay
 * does not.
 */
import * as buffer from 'lib0/buffer'
import { bytesToBase32 } from '#shared/lib/ids.ts'

/** What a device signs of a record. */
export const signedText = (text: string): string => `asterism record 1\n${text}`

export interface LedgerEntry {
  readonly workspace: string
  readonly scope: string
  readonly seq: number
  /** The record's id. */
  readonly id: string
  /** SHA-256 of the signature's 64 bytes. */
  readonly signatureHash: Uint8Array
  /** The relay's receipt time, ms. */
  readonly at: number
  /** The link of seq − 1; empty for 1. */
  readonly before: string
}

/** What the relay countersigns, and what its link is the hash of. */
export const ledgerText = (entry: LedgerEntry): string =>
  [
    'asterism ledger 1',
    entry.workspace,
    entry.scope,
    entry.seq,
    entry.id,
    hashToText(entry.signatureHash),
    entry.at,
    entry.before,
  ].join('\n')

/** From the SHA-256 of the record's text. */
export const recordIdOf = (hash: Uint8Array): string => bytesToBase32(hash.subarray(0, 16))

/** base64url of a whole hash, as links and content hashes are written. */
export const hashToText = (hash: Uint8Array): string => buffer.toBase64UrlEncoded(hash)
