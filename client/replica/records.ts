/**
 * This device's records as the screens see them, and what the rest of the replica tells them. All of it that works comes
 * when it is first needed (record-work.ts): most starts sign nothing. Left out: the outbox, which sends them.
 */
import * as z from 'zod/mini'
import type { DocName } from '#shared/lib/ids.ts'
import type { RecordRows } from '#shared/protocol/frames.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Fact } from '#shared/records/fact.ts'
import type { Verdict } from '#shared/records/verify.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { Identity } from './identity.ts'
import type { Link } from './link.ts'
import { createListeners } from './listeners.ts'
import type { RecordWork } from './record-work.ts'
import { madeNote, relayKeysNote } from './record-store.ts'
import type { Store, Waiting } from './store.ts'

/** What a person commits to; who, where, when and the device's chain are filled in. */
export type NewFact = Pick<
  Fact,
  'kind' | 'scope' | 'subject' | 'contentHash' | 'outcome' | 'reason' | 'body'
>

export interface KeptRecord {
  readonly id: string
  /** Null: made by an app newer than this one. */
  readonly fact: Fact | null
  /** Place and time the relay gave it. */
  readonly receipt: { readonly seq: number; readonly at: number } | null
  /**
   * `counts`: countersigned, or this workspace has never met its relay. `waiting` opens nothing for others yet. `refused`:
   * the relay did not take it.
   */
  readonly standing: 'counts' | 'waiting' | 'refused'
  readonly refused: Refusal | null
}

/** `no-record`: it would not be read back, for instance because it is too long. `not-stored`: the disk did not take it. */
export type MakeRefusal = 'no-record' | 'not-stored'

export interface Records {
  /** In the order of the scope's ledger, those the relay does not have last. */
  of(scope: DocName): Promise<readonly KeptRecord[]>
  /** Signed and on this device when it resolves; answers the record's id. */
  make(fact: NewFact): Promise<Result<string, MakeRefusal>>
  /** Of all records of the scope, in the order of `of`; from this device alone. */
  verify(scope: DocName): Promise<readonly Verdict[]>
  /** Records came, or what the relay says of them. */
  subscribe(listener: () => void): () => void
}

export interface RecordParts {
  readonly environment: DeviceEnvironment
  readonly identity: Identity
  readonly store: Store
  readonly link: Link
  /** Something was made here or is to be sent again. */
  waiting(waiting: Waiting): void
  /** What was under way when the tab was closed ends with it. */
  isClosed(): boolean
  /** Other tabs read again. */
  changed(): void
}

export interface RecordSync extends Records {
  /** Signed in, and the epoch is adopted: before anything is sent. */
  begin(): Promise<void>
  /** There are records to fetch. */
  fetch(): void
  /** There may be some from before: of a tab that is gone, or of an earlier socket. */
  resume(): void
  receive(rows: RecordRows): void
  /** The socket is gone. */
  lose(): void
  refused(n: number, reason: Refusal): Promise<void>
  /** Another tab changed something. */
  heard(): void
}

const isListed = (list: unknown, one: string): boolean => Array.isArray(list) && list.includes(one)

export function createRecords(parts: RecordParts): RecordSync {
  const listeners = createListeners<void>()
  let loading: Promise<RecordWork> | null = null
  let here: RecordWork | null = null
  const work = (): Promise<RecordWork> => {
    loading ??= import('./record-work.ts').then(
      ({ createRecordWork }) => (here = createRecordWork(parts, listeners.tell)),
      (fault: unknown) => {
        loading = null
        throw fault
      },
    )
    return loading
  }
  const attempt = async (act: (work: RecordWork) => Promise<void>): Promise<void> => {
    try {
      await act(await work())
    } catch (fault) {
      if (parts.isClosed()) return
      console.error('records could not be kept on this device', fault)
    }
  }
  /** Nothing is known to be missing here. */
  let isWhole = false
  const fetch = (): void => {
    isWhole = false
    void attempt(async (ready) => void (isWhole = await ready.fetch()))
  }
  /** Most starts have nothing to begin with. */
  const isBegun = async (): Promise<boolean> => {
    const welcome = parts.link.welcome()
    const [made, keys] = await Promise.all([
      parts.store.getNote(madeNote),
      parts.store.getNote(relayKeysNote),
    ])
    if (welcome === null) return true
    const read = z.safeParse(z.object({ n: z.number() }), made)
    const n = read.success ? read.data.n : 0
    const isJoined = n > 0 || parts.identity.invite === undefined
    return n === welcome.records.n && isJoined && isListed(keys, welcome.relayKey)
  }
  return {
    of: async (scope) => (await work()).of(scope),
    make: async (fact) => (await work()).make(fact, false),
    verify: async (scope) => (await work()).verify(scope),
    subscribe: listeners.add,
    begin: async () => void ((await isBegun()) || (await attempt((ready) => ready.begin()))),
    fetch,
    resume: () => void (isWhole || fetch()),
    receive: (rows) => here?.receive(rows),
    lose() {
      isWhole = false
      here?.lose()
    },
    refused: async (n, reason) => (await work()).refused(n, reason),
    heard: listeners.tell,
  }
}
