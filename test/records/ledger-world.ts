/** Devices that sign records and a relay that countersigns them, without either: keys, texts and chains by hand. */
import {
  bytesToBase32,
  type DeviceId,
  type DocName,
  type MemberId,
  type WorkspaceId,
} from '#shared/lib/ids.ts'
import { writeFact, type Fact } from '#shared/records/fact.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { hashToText, ledgerText, recordIdOf, signedText } from '#shared/records/texts.ts'
import type { SignedRecord } from '#shared/records/verify.ts'

const { subtle } = globalThis.crypto
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

export const idOf = (letter: string): string => letter.repeat(26)
export const workspace = idOf('w') as WorkspaceId
export const people = peopleScope(workspace)
export const brief = `brief-${idOf('b')}` as DocName

const sha = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)))
const shaOf = (text: string): Promise<Uint8Array> => sha(new TextEncoder().encode(text))

export interface Signer {
  readonly device: DeviceId
  readonly spki: Uint8Array
  sign(text: string): Promise<Uint8Array>
}

export async function createSigner(): Promise<Signer> {
  const pair = await subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const spki = new Uint8Array(await subtle.exportKey('spki', pair.publicKey))
  return {
    spki,
    device: bytesToBase32((await sha(spki)).subarray(0, 16)) as DeviceId,
    async sign(text) {
      const bytes = new TextEncoder().encode(text)
      return new Uint8Array(
        await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes),
      )
    },
  }
}

/** A device that chains what it makes. */
export interface RecordMaker extends Signer {
  readonly member: MemberId
  make(more?: Partial<Fact>): Promise<SignedRecord>
}

export async function createMaker(member: string): Promise<RecordMaker> {
  const signer = await createSigner()
  let n = 0
  let prev: string | null = null
  return {
    ...signer,
    member: idOf(member) as MemberId,
    async make(more = {}) {
      n += 1
      const fact: Fact = {
        v: 1,
        workspace,
        scope: people,
        kind: 'join',
        subject: idOf(member),
        contentHash: null,
        outcome: 'joined',
        reason: '',
        body: { invite: null, name: '林晓' },
        member: idOf(member) as MemberId,
        device: signer.device,
        at: 1_750_000_000_000 + n,
        n,
        prev,
        ...more,
      }
      const text = writeFact(fact)
      if (text === null) throw new Error('not a record')
      prev = recordIdOf(await shaOf(text))
      return {
        text,
        signature: await signer.sign(signedText(text)),
        key: signer.spki,
        receipt: null,
      }
    },
  }
}

export interface HandLedger {
  readonly spki: Uint8Array
  receive(record: SignedRecord, at: number): Promise<SignedRecord>
}

export async function createLedger(): Promise<HandLedger> {
  const relay = await createSigner()
  const newest = new Map<string, { seq: number; link: string }>()
  return {
    spki: relay.spki,
    async receive(record, at) {
      const { scope } = JSON.parse(record.text) as Fact
      const before = newest.get(scope) ?? { seq: 0, link: '' }
      const seq = before.seq + 1
      const text = ledgerText({
        workspace,
        scope,
        seq,
        id: recordIdOf(await shaOf(record.text)),
        signatureHash: await sha(record.signature),
        at,
        before: before.link,
      })
      const link = hashToText(await shaOf(text))
      newest.set(scope, { seq, link })
      return { ...record, receipt: { seq, at, link, countersignature: await relay.sign(text) } }
    },
  }
}
