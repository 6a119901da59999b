/**
 * Whether records are what they say, told by anybody, offline: nothing but the records, the relay's key as first seen and
 * Web Crypto. Each check of each record holds, is broken, or is open where what it needs is not here. A signature proves a
 * device, not a will or a time. Left out: what a gate makes of it, and words.
 */
import { bytesToBase32 } from '#shared/lib/ids.ts'
import { readFact, type Fact } from './fact.ts'
import { hashToText, ledgerText, recordIdOf, signedText } from './texts.ts'

/** What the relay says of a record: its place in its scope's ledger, when it came, and the relay's own signature. */
export interface Receipt {
  readonly seq: number
  /** ms. */
  readonly at: number
  readonly link: string
  readonly countersignature: Uint8Array
}

export interface SignedRecord {
  readonly text: string
  /** Raw r‖s. */
  readonly signature: Uint8Array
  /** The device's public key, SPKI. */
  readonly key: Uint8Array
  /** Null while the relay does not have it. */
  readonly receipt: Receipt | null
}

export const checks = [
  'form',
  'signature',
  'device',
  'own-chain',
  'ledger-chain',
  'countersignature',
  'relay-key',
  'content',
  'standing',
] as const
export type Check = (typeof checks)[number]
export type Found = 'holds' | 'broken' | 'open'

export interface Verdict {
  readonly id: string
  /** Null where the text is no record of a version known here. */
  readonly fact: Fact | null
  readonly found: Readonly<Record<Check, Found>>
}

export interface Against {
  /** The relay's keys in the order in which this device saw them, SPKI: the first is the one it trusts. */
  readonly relayKeys: readonly Uint8Array[]
  /** Other records that are here: what `prev` may point to, and revocations. */
  readonly beside?: readonly SignedRecord[]
  /** The hash of what the record judged, as it is now; null: not here. */
  readonly contentHash?: (fact: Fact) => string | null
}

/** One verdict per record, in the order given. */
export async function verifyRecords(
  subtle: SubtleCrypto,
  records: readonly SignedRecord[],
  { relayKeys, beside = [], contentHash = () => null }: Against,
): Promise<Verdict[]> {
  const keys = await Promise.all(relayKeys.map((key) => importKey(subtle, key)))
  const mine = await Promise.all(records.map((record) => readHere(subtle, record)))
  const all = [...mine, ...(await Promise.all(beside.map((record) => readHere(subtle, record))))]
  const known = lookUp(all)
  const signed = await Promise.all(mine.map((one) => signatureFound(subtle, one)))
  const devices = await Promise.all(mine.map((one) => deviceFound(subtle, one)))
  const ledgers = await Promise.all(mine.map((one) => ledgerFound(subtle, one, known, keys)))
  return mine.map((one, at) => ({
    id: one.id,
    fact: one.fact,
    found: {
      form: one.fact === null ? 'broken' : 'holds',
      signature: signed[at] ?? 'open',
      device: devices[at] ?? 'open',
      'own-chain': ownChainFound(one, known),
      ...(ledgers[at] ?? noLedger),
      content: contentFound(one, contentHash),
      standing: standingFound(one, known),
    },
  }))
}

/** What is broken of it, in the order of `checks`. */
export const brokenChecks = ({ found }: Verdict): Check[] =>
  checks.filter((check) => found[check] === 'broken')

/** A record with the names that follow from its text. */
interface Here extends SignedRecord {
  readonly id: string
  readonly fact: Fact | null
}

async function readHere(subtle: SubtleCrypto, record: SignedRecord): Promise<Here> {
  return {
    ...record,
    id: recordIdOf(await hashText(subtle, record.text)),
    fact: readFact(record.text),
  }
}

async function signatureFound(
  subtle: SubtleCrypto,
  { key, text, signature }: Here,
): Promise<Found> {
  const read = await importKey(subtle, key)
  return (await isSigned(subtle, read, signedText(text), signature)) ? 'holds' : 'broken'
}

async function deviceFound(subtle: SubtleCrypto, { fact, key }: Here): Promise<Found> {
  if (fact === null) return 'open'
  const hash = await hashBytes(subtle, key)
  return bytesToBase32(hash.subarray(0, 16)) === fact.device ? 'holds' : 'broken'
}

/** What every verdict is looked up in: records by their device's numbers, by their place, and those that let somebody go. */
interface Beside {
  readonly numbers: ReadonlyMap<string, ReadonlySet<string>>
  readonly places: ReadonlyMap<string, readonly Here[]>
  readonly ends: readonly Here[]
}

function lookUp(all: readonly Here[]): Beside {
  const numbers = new Map<string, Set<string>>()
  const places = new Map<string, Here[]>()
  for (const one of all) {
    if (one.fact === null) continue
    const number = place(one.fact.device, one.fact.n)
    numbers.set(number, (numbers.get(number) ?? new Set()).add(one.id))
    if (one.receipt === null) continue
    const there = places.get(place(one.fact.scope, one.receipt.seq)) ?? []
    if (!there.some(({ id }) => id === one.id)) there.push(one)
    places.set(place(one.fact.scope, one.receipt.seq), there)
  }
  return { numbers, places, ends: all.filter(({ fact }) => fact !== null && letsGo(fact)) }
}

const place = (of: string, number: number): string => `${of} ${number}`

const letsGo = ({ kind, outcome }: Fact): boolean =>
  (kind === 'device' && outcome === 'revoked') || (kind === 'member' && outcome === 'removed')

/** Two records with one number are a fork: a device never makes them. */
function ownChainFound({ fact }: Here, { numbers }: Beside): Found {
  if (fact === null) return 'open'
  if ((numbers.get(place(fact.device, fact.n))?.size ?? 0) > 1) return 'broken'
  if (fact.prev === null) return 'holds'
  const before = numbers.get(place(fact.device, fact.n - 1))
  if (before === undefined) return 'open'
  return before.has(fact.prev) ? 'holds' : 'broken'
}

type LedgerChecks = Pick<Verdict['found'], 'ledger-chain' | 'countersignature' | 'relay-key'>
const noLedger: LedgerChecks = {
  'ledger-chain': 'open',
  countersignature: 'open',
  'relay-key': 'open',
}

async function ledgerFound(
  subtle: SubtleCrypto,
  { id, fact, signature, receipt }: Here,
  { places }: Beside,
  keys: readonly (CryptoKey | null)[],
): Promise<LedgerChecks> {
  if (fact === null || receipt === null) return noLedger
  const { workspace, scope } = fact
  const { seq, at } = receipt
  const before = seq === 1 ? '' : places.get(place(scope, seq - 1))?.[0]?.receipt?.link
  // A ledger comes whole: a hole is somebody's doing.
  if (before === undefined) return { ...noLedger, 'ledger-chain': 'broken' }
  const signatureHash = await hashBytes(subtle, signature)
  const text = ledgerText({ workspace, scope, seq, id, signatureHash, at, before })
  const isAlone = places.get(place(scope, seq))?.length === 1
  const link = hashToText(await hashText(subtle, text))
  const signers = await Promise.all(
    keys.map((key) => isSigned(subtle, key, text, receipt.countersignature)),
  )
  const isSignedAtAll = signers.includes(true)
  return {
    'ledger-chain': isAlone && link === receipt.link ? 'holds' : 'broken',
    countersignature: keys.length === 0 ? 'open' : isSignedAtAll ? 'holds' : 'broken',
    'relay-key': !isSignedAtAll ? 'open' : signers[0] === true ? 'holds' : 'broken',
  }
}

function contentFound({ fact }: Here, contentHash: (fact: Fact) => string | null): Found {
  const now = fact === null || fact.contentHash === null ? null : contentHash(fact)
  if (now === null) return 'open'
  return now === fact?.contentHash ? 'holds' : 'broken'
}

/** Broken: its device or its member was let go before the relay received it. */
function standingFound(one: Here, { ends }: Beside): Found {
  if (one.fact === null || one.receipt === null) return 'open'
  const { device, member } = one.fact
  const isEnded = ends.some((end) => {
    const subject = end.fact?.subject
    return (subject === device || subject === member) && isBefore(end, one)
  })
  return isEnded ? 'broken' : 'holds'
}

/** By the ledger's order within a scope, by receipt time between scopes. */
function isBefore(other: Here, one: Here): boolean {
  if (other.receipt === null || one.receipt === null) return false
  return other.fact?.scope === one.fact?.scope
    ? other.receipt.seq < one.receipt.seq
    : other.receipt.at < one.receipt.at
}

/** Null for bytes that are no P-256 key. */
async function importKey(subtle: SubtleCrypto, spki: Uint8Array): Promise<CryptoKey | null> {
  try {
    const bytes = new Uint8Array(spki)
    return await subtle.importKey('spki', bytes, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ])
  } catch {
    return null
  }
}

async function isSigned(
  subtle: SubtleCrypto,
  key: CryptoKey | null,
  text: string,
  signature: Uint8Array,
): Promise<boolean> {
  if (key === null) return false
  return subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    new Uint8Array(signature),
    new TextEncoder().encode(text),
  )
}

async function hashBytes(subtle: SubtleCrypto, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)))
}

const hashText = (subtle: SubtleCrypto, text: string): Promise<Uint8Array> =>
  hashBytes(subtle, new TextEncoder().encode(text))
