/**
 * This device's records as the screens see them, and what the rest of the replica tells them. All of it that works comes
 * when it is first needed (record-work.ts): most starts sign nothing. Left out: the outbox, which sends them.
 */
import * as z from 'zod/mini'
import { ok } from '#shared/lib/result.ts'
import type { RecordRows } from '#shared/protocol/record-frames.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { createListeners } from './listeners.ts'
import type { Records } from './kept-records.ts'
import type { RecordParts, RecordWork } from './record-work.ts'
import { madeNote, relayKeysNote, type LineWaiting } from './record-store.ts'

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
  settled(waiting: LineWaiting): Promise<void>
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
    ofKind: async (kind) => (await work()).ofKind(kind),
    async make(fact) {
      const made = await (await work()).make([fact], false)
      return made.ok ? ok(made.value[0] ?? '') : made
    },
    makeMany: async (facts) => (await work()).make(facts, false),
    verify: async (scope, contentHash) => (await work()).verify(scope, contentHash),
    subscribe: listeners.add,
    begin: async () => void ((await isBegun()) || (await attempt((ready) => ready.begin()))),
    fetch,
    resume: () => void (isWhole || fetch()),
    receive: (rows) => here?.receive(rows),
    lose() {
      isWhole = false
      here?.lose()
    },
    settled: async (waiting) => (await work()).settled(waiting),
    refused: async (n, reason) => (await work()).refused(n, reason),
    heard: listeners.tell,
  }
}
