/**
 * Making, sending again, fetching and verifying records. A record is signed, then stored with its outbox row and this
 * device's count in one transaction that fails where another tab was first; then it is signed anew with the next number.
 */
import * as z from 'zod/mini'
import type { DocName } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { jsonFrame, toRelay } from '#shared/protocol/frames.ts'
import type { RecordRows } from '#shared/protocol/record-frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { readFact, writeFact } from '#shared/records/fact.ts'
import { peopleScope, type RecordKind } from '#shared/records/kinds.ts'
import { recordIdOf, signedText } from '#shared/records/texts.ts'
import { verifyRecords } from '#shared/records/verify.ts'
import { base64urlToBytes } from './base64url.ts'
import { signText, type Identity } from './identity.ts'
import { recordLine } from './record-line.ts'
import {
  relayKeysNote,
  type LedgerRow,
  type LineWaiting,
  type Made,
  type RecordRow,
} from './record-store.ts'
import type { KeptRecord, MakeRefusal, NewFact, Records } from './kept-records.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { Link } from './link.ts'
import type { Status } from './status.ts'
import type { Store } from './store.ts'

export interface RecordParts {
  readonly environment: DeviceEnvironment
  readonly identity: Identity
  readonly store: Store
  readonly link: Link
  readonly status: Pick<Status, 'noteWaiting'>
  /** There may be rows to push. */
  wake(): void
  askLead(): void
  /** What was under way when the tab was closed ends with it. */
  isClosed(): boolean
  /** Other tabs read again. */
  tell(): void
}

export interface RecordWork {
  of(scope: DocName): Promise<readonly KeptRecord[]>
  /** Of all scopes, those of one scope in the order of its ledger. */
  ofKind(kind: RecordKind): Promise<readonly KeptRecord[]>
  make(
    facts: readonly NewFact[],
    onlyAsFirst: boolean,
  ): Promise<Result<readonly string[], MakeRefusal>>
  readonly verify: Records['verify']
  begin(): Promise<void>
  /** True when nothing is known to be missing any more. */
  fetch(): Promise<boolean>
  receive(rows: RecordRows): void
  lose(): void
  /** The relay has acknowledged some. */
  settled(waiting: LineWaiting): void
  refused(n: number, reason: Refusal): Promise<void>
}

const keysSchema = z.array(z.string())

export function createRecordWork(parts: RecordParts, tell: () => void): RecordWork {
  const { environment, identity, store, link } = parts
  const { subtle } = environment.crypto
  const line = recordLine(identity.device)
  const first = firstOf(parts)
  const asked = new Map<string, (rows: RecordRows | null) => void>()
  let fetching = false
  let again = false

  const changed = (): void => {
    tell()
    parts.tell()
  }
  const noteWaiting = (waiting: LineWaiting): void => {
    parts.status.noteWaiting(new Map([[line, waiting]]))
    parts.wake()
    if (waiting.count > 0) parts.askLead()
  }
  const idOf = async (text: string): Promise<string> => {
    const hash = await subtle.digest('SHA-256', new TextEncoder().encode(text))
    return recordIdOf(new Uint8Array(hash))
  }
  const spki = async (): Promise<Uint8Array> =>
    new Uint8Array(await subtle.exportKey('spki', identity.keys.publicKey))

  /** Signed as the next one of this device; null where it would not be read back. */
  const sign = async (fact: NewFact, before: Made, key: Uint8Array): Promise<RecordRow | null> => {
    const whole = {
      v: 1 as const,
      ...fact,
      workspace: identity.workspace.id,
      member: identity.member,
      device: identity.device,
      at: environment.now(),
      n: before.n + 1,
      prev: before.id,
    }
    const text = writeFact(whole)
    if (text === null) return null
    const signature = base64urlToBytes(
      await signText(environment, identity.keys.privateKey, signedText(text)),
    )
    const { scope, device, n } = whole
    const made = { id: await idOf(text), scope, device, n, text, signature, key }
    return { ...made, seq: 0, receipt: null, earlier: [], refused: null }
  }

  const make: RecordWork['make'] = async (facts, onlyAsFirst) => {
    const records = await store.records()
    const key = await spki()
    let isBegun = false
    for (;;) {
      const before = await records.made()
      if (onlyAsFirst && before.n > 0) return refuse('no-record')
      // Who somebody is stands before what they did, also where that was done before the relay was met.
      if (before.n === 0 && !onlyAsFirst && first !== null && !isBegun) {
        isBegun = true
        const begun = await make([first], true)
        if (!begun.ok && begun.refusal === 'not-stored') return begun
        continue
      }
      const rows: RecordRow[] = []
      for (const fact of facts) {
        // The row before it is what this one is chained to.
        const row = await sign(fact, rows.at(-1) ?? before, key)
        if (row === null) return refuse('no-record')
        rows.push(row)
      }
      const waiting = await records
        .add(rows, before, line, environment.now())
        .catch((fault: unknown) => {
          console.error('a record could not be written to this device', fault)
          return 'not-stored' as const
        })
      if (waiting === 'not-stored') return refuse(waiting)
      // Another tab was first: once more, with the next number.
      if (waiting === null) continue
      noteWaiting(waiting)
      changed()
      return ok(rows.map(({ id }) => id))
    }
  }

  const of = async (scope: DocName): Promise<RecordRow[]> => {
    return inLedgerOrder(await (await store.records()).of(scope))
  }
  const showing = async (): Promise<(row: RecordRow) => KeptRecord> => {
    const isAlone = (await store.getNote('epoch')) === undefined
    // Read first: what is acknowledged meanwhile is still said to be on its way.
    const unsent = await (await store.records()).unsent(line)
    return ({ id, text, receipt, refused }) => ({
      id,
      fact: readFact(text),
      receipt: receipt === null ? null : { seq: receipt.seq, at: receipt.at },
      standing: refused !== null ? 'refused' : receipt !== null || isAlone ? 'counts' : 'waiting',
      sent: refused === null && !unsent.has(id),
      refused: refused?.reason ?? null,
    })
  }
  const readKeys = async (): Promise<string[]> => {
    const kept = z.safeParse(keysSchema, await store.getNote(relayKeysNote))
    return kept.success ? kept.data : []
  }

  /** Signed by another's app version or not: what the relay gives of a ledger is kept. */
  const rowOf = async (scope: DocName, row: RecordRows['rows'][number]): Promise<RecordRow> => {
    const { seq, at, link: chained, countersignature, text, signature, key } = row
    const fact = readFact(text)
    return {
      id: await idOf(text),
      scope,
      device: fact?.device ?? '',
      n: fact?.n ?? 0,
      text,
      signature,
      key,
      seq,
      receipt: { seq, at, link: chained, countersignature },
      earlier: [],
      refused: null,
    }
  }
  const ask = (scopes: readonly LedgerRow[]): Promise<(RecordRows | null)[]> => {
    const answers = scopes.map(
      ({ scope }) => new Promise<RecordRows | null>((resolve) => void asked.set(scope, resolve)),
    )
    const named = scopes.map(({ scope, held }) => [scope, held] as const)
    link.send(jsonFrame(toRelay.records, { scopes: named }), true)
    return Promise.all(answers)
  }
  const fetchSome = async (): Promise<'some' | 'none' | 'lost'> => {
    const records = await store.records()
    const scopes = await records.behind(limits.recordScopes)
    if (scopes.length === 0) return 'none'
    if (link.state() !== 'ready') return 'lost'
    const answers = await ask(scopes)
    for (const [at, answer] of answers.entries()) {
      const scope = scopes[at]
      if (answer === null || scope === undefined) return 'lost'
      const rows = await Promise.all(answer.rows.map((row) => rowOf(scope.scope, row)))
      await records.keep(scope, rows, answer.more)
    }
    changed()
    return 'some'
  }

  return {
    make,
    async of(scope) {
      const shownOf = await showing()
      return (await of(scope)).map(shownOf)
    },
    async ofKind(kind) {
      const shownOf = await showing()
      // Cheaper than reading each: a record says its kind in these letters.
      const said = `"kind":"${kind}"`
      const rows = (await (await store.records()).all()).filter(({ text }) => text.includes(said))
      const found: KeptRecord[] = []
      for (const [at, row] of inLedgerOrder(rows).entries()) {
        if (at % recordsAtOnce === recordsAtOnce - 1) await pause(environment)
        const shown = shownOf(row)
        if (shown.fact?.kind === kind) found.push(shown)
      }
      return found
    },
    async verify(scope, contentHash) {
      const [rows, beside, keys] = await Promise.all([
        of(scope),
        store.records().then((records) => records.all()),
        readKeys(),
      ])
      return verifyRecords(subtle, rows, {
        relayKeys: keys.map(base64urlToBytes),
        beside,
        ...(contentHash && { contentHash }),
      })
    },
    async begin() {
      const welcome = link.welcome()
      if (welcome === null) return
      const keys = await readKeys()
      if (!keys.includes(welcome.relayKey))
        await store.putNote(relayKeysNote, [...keys, welcome.relayKey])
      const { n, last } = welcome.records
      const records = await store.records()
      const known = { n, id: last }
      noteWaiting(await records.bring(line, identity.device, known, environment.now()))
      if (n === 0 && first !== null) await make([first], true)
    },
    async fetch() {
      again = true
      if (fetching) return false
      fetching = true
      try {
        let left: 'some' | 'none' | 'lost' = 'none'
        while (again) {
          again = false
          do left = await fetchSome()
          while (left === 'some')
        }
        return left === 'none'
      } finally {
        fetching = false
      }
    },
    receive(rows) {
      const answer = asked.get(rows.scope)
      asked.delete(rows.scope)
      answer?.(rows)
    },
    lose() {
      const lost = [...asked.values()]
      asked.clear()
      for (const answer of lost) answer(null)
    },
    settled(waiting) {
      noteWaiting(waiting)
      changed()
    },
    async refused(n, reason) {
      const records = await store.records()
      noteWaiting(await records.refuse(line, n, reason, environment.now()))
      changed()
    },
  }
}

/** What a device says before anything else; null where it is not noted how it came in. */
const firstOf = (parts: RecordParts): NewFact | null => {
  const { invite, linked: isLinked } = parts.identity
  if (invite === undefined) return null
  return isLinked === true ? linked(parts, invite) : joined(parts, invite)
}

/** The first record of somebody's second device. */
const linked = ({ identity }: RecordParts, invite: string | null): NewFact => ({
  kind: 'device',
  scope: peopleScope(identity.workspace.id),
  subject: identity.device,
  contentHash: null,
  outcome: 'linked',
  reason: '',
  body: invite === null ? {} : { invite },
})

/** A person's first record: who came in here, and by which invite. */
const joined = ({ identity }: RecordParts, invite: string | null): NewFact => ({
  kind: 'join',
  scope: peopleScope(identity.workspace.id),
  subject: identity.member,
  contentHash: null,
  outcome: 'joined',
  reason: '',
  body: { invite, name: identity.name },
})

/** Those without a place last, by their number. */
const inLedgerOrder = (rows: readonly RecordRow[]): RecordRow[] =>
  rows.toSorted((a, b) => (a.seq || Infinity) - (b.seq || Infinity) || a.n - b.n)

/** Reading one takes some hundredths of a millisecond; so many leave the thread free in between. */
const recordsAtOnce = 200
const pause = (environment: DeviceEnvironment): Promise<void> =>
  new Promise((resolve) => void environment.after(0, resolve))
