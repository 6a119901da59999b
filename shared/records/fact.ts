/**
 * A record, version 1: one fact somebody committed to, as their device signs it. Owns its keys and their limits, and
 * reading it back from its canonical text. Left out: which kinds there are (kinds.ts), what a kind's body holds, the
 * ledger (texts.ts).
 */
import * as z from 'zod/mini'
import {
  docNamePattern,
  idPattern,
  type DeviceId,
  type DocName,
  type MemberId,
  type WorkspaceId,
} from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { readCanonical, writeCanonical, type PlainObject } from './canonical.ts'

export interface Fact {
  readonly v: 1
  readonly workspace: WorkspaceId
  /** A document's name: who may read it may read the record. */
  readonly scope: DocName
  readonly kind: string
  /** What it is about: by kind the id of an invite, a member, a device, a topic. */
  readonly subject: string
  /** SHA-256 of what was judged, base64url; null where nothing was. */
  readonly contentHash: string | null
  readonly outcome: string
  readonly reason: string
  readonly body: PlainObject
  readonly member: MemberId
  readonly device: DeviceId
  /** Device time, ms. */
  readonly at: number
  /** 1, 2, … of this device, over all scopes. */
  readonly n: number
  /** The id of the device's record n − 1; null for its first. */
  readonly prev: string | null
}

const id = z.string().check(z.regex(idPattern))
const word = z.string().check(z.regex(/^[a-z][a-z-]{1,31}$/))
/** 32 bytes: of the last letter two bits stand for nothing and are zero. */
const hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/))

const factSchema = z.strictObject({
  v: z.literal(1),
  workspace: id,
  scope: z.string().check(z.regex(docNamePattern)),
  kind: word,
  subject: z.string().check(z.regex(/^[!-~]{1,100}$/)),
  contentHash: z.nullable(hash),
  outcome: word,
  reason: z.string().check(z.maxLength(limits.reasonCharacters)),
  body: z.custom<PlainObject>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ),
  member: id,
  device: id,
  at: z.int().check(z.minimum(0)),
  n: z.int().check(z.minimum(1)),
  prev: z.nullable(id),
})

/** Null where the text is no record of this version. */
export function readFact(text: string): Fact | null {
  // Each of a text's units is a byte at least.
  if (text.length > limits.recordBytes || bytesOf(text) > limits.recordBytes) return null
  const parsed = z.safeParse(factSchema, readCanonical(text))
  if (!parsed.success || (parsed.data.n === 1) !== (parsed.data.prev === null)) return null
  // The brands say what the patterns have checked.
  return parsed.data as Fact
}

/** The canonical text; null where it would not be read back as this record. */
export function writeFact(fact: Fact): string | null {
  const text = writeCanonical(fact)
  return text !== null && readFact(text) !== null ? text : null
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).byteLength
