/** What every ledger must do; each implementation's test file runs it with an empty one each time. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { IncomingRecord, Ledger, Perform } from '#server/directory/ledger.ts'
import { readFact } from '#shared/records/fact.ts'
import { recordIdOf } from '#shared/records/texts.ts'
import { brokenChecks, verifyRecords, type SignedRecord } from '#shared/records/verify.ts'
import {
  brief,
  createMaker,
  idOf,
  people,
  workspace,
  type RecordMaker,
} from '../../records/ledger-world.ts'

export interface LedgerUnderTest {
  readonly ledger: Ledger
  /** Two members' devices. */
  readonly mei: DeviceRecord
  readonly lin: DeviceRecord
}

export interface TwoMakers {
  readonly mei: RecordMaker
  readonly lin: RecordMaker
}

/** A record as the relay hands it on. */
export async function incoming(
  actor: DeviceRecord,
  { text, signature }: SignedRecord,
  more: Partial<IncomingRecord> = {},
): Promise<IncomingRecord> {
  const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const fact = readFact(text)
  if (fact === null) throw new Error('no record')
  const id = recordIdOf(new Uint8Array(hash))
  return { actor, fact, id, text, signature, at: 1_800_000_000_000, refusal: null, ...more }
}

export const newMakers = async (): Promise<TwoMakers> => ({
  mei: await createMaker('m'),
  lin: await createMaker('n'),
})

/** Everything a ledger has of the two scopes, verified. */
export async function brokenIn(ledger: Ledger): Promise<unknown[]> {
  const rows = await Promise.all(
    [people, brief].map((scope) => ledger.read(workspace, scope, 0, 1000)),
  )
  const records = rows.flat().map(({ seq, at, link, countersignature, ...signed }) => ({
    ...signed,
    receipt: { seq, at, link, countersignature },
  }))
  const relayKeys = [await ledger.relayKey()]
  const verdicts = await verifyRecords(globalThis.crypto.subtle, records, { relayKeys })
  return verdicts.flatMap(brokenChecks)
}

export function ledgerContract(
  name: string,
  make: (makers: TwoMakers, perform: Perform) => Promise<LedgerUnderTest>,
): void {
  describe(`${name} keeps the contract of the ledger:`, () => {
    let makers: TwoMakers
    let under: LedgerUnderTest
    let refusing: ReturnType<Perform> = null
    const performed: string[] = []
    beforeEach(async () => {
      makers = await newMakers()
      refusing = null
      performed.length = 0
      under = await make(makers, (actor, fact) => {
        if (refusing === null) performed.push(`${actor.member} ${fact.kind}`)
        return refusing
      })
    })
    const say = async (who: keyof TwoMakers, more: Parameters<RecordMaker['make']>[0] = {}) => {
      const record = await makers[who].make(more)
      return under.ledger.append(await incoming(under[who], record))
    }

    test('each scope is a chain of its own from 1, and all of it can be verified', async () => {
      expect(await say('mei')).toEqual({ ok: true, value: { seq: 1 } })
      expect(await say('lin')).toEqual({ ok: true, value: { seq: 2 } })
      expect(await say('mei', { scope: brief, kind: 'grant', outcome: 'given' })).toEqual({
        ok: true,
        value: { seq: 1 },
      })
      expect(await say('mei')).toEqual({ ok: true, value: { seq: 3 } })
      expect(await brokenIn(under.ledger)).toEqual([])
      expect(performed).toEqual([
        `${idOf('m')} join`,
        `${idOf('n')} join`,
        `${idOf('m')} grant`,
        `${idOf('m')} join`,
      ])
    })

    test('a record that comes again answers as before and is stored and done once', async () => {
      const record = await incoming(under.mei, await makers.mei.make())
      expect(await under.ledger.append(record)).toEqual(await under.ledger.append(record))
      expect(await under.ledger.read(workspace, people, 0, 9)).toHaveLength(1)
      expect(performed).toHaveLength(1)
    })

    test('another record under a number that is taken breaks the chain, whether it was taken or refused', async () => {
      await say('mei')
      refusing = 'no-access'
      await say('mei')
      refusing = null
      for (const n of [1, 2]) {
        const forked = await makers.mei.make({ n, prev: n === 1 ? null : idOf('x'), reason: '另' })
        expect(await under.ledger.append(await incoming(under.mei, forked))).toEqual({
          ok: false,
          refusal: 'chain-broken',
        })
      }
      expect((await under.ledger.newestOf(under.mei.number))?.n).toBe(2)
    })

    test('a record that comes before the one before it waits for that', async () => {
      const [first, second] = [await makers.mei.make(), await makers.mei.make()]
      const later = await incoming(under.mei, second)
      expect(await under.ledger.append(later)).toEqual({ ok: false, refusal: 'gap' })
      expect(await under.ledger.newestOf(under.mei.number)).toBeNull()
      await under.ledger.append(await incoming(under.mei, first))
      expect(await under.ledger.append(later)).toEqual({ ok: true, value: { seq: 2 } })
    })

    test('a refused record keeps its number, does nothing, and the next one still holds', async () => {
      await say('mei')
      refusing = 'no-access'
      const record = await incoming(under.mei, await makers.mei.make())
      expect(await under.ledger.append(record)).toEqual({ ok: false, refusal: 'no-access' })
      refusing = null
      expect(await under.ledger.append(record)).toEqual({ ok: false, refusal: 'no-access' })
      expect(await under.ledger.newestOf(under.mei.number)).toEqual({ n: 2, id: record.id })
      expect(await say('mei')).toEqual({ ok: true, value: { seq: 2 } })
      expect(performed).toHaveLength(2)
      const before = await incoming(under.mei, await makers.mei.make(), { refusal: 'record-wrong' })
      expect(await under.ledger.append(before)).toEqual({ ok: false, refusal: 'record-wrong' })
      expect(await say('mei')).toEqual({ ok: true, value: { seq: 3 } })
    })

    test('a wrong predecessor is refused with its number, so that the device can go on', async () => {
      await say('mei')
      expect(await say('mei', { prev: idOf('x') })).toEqual({ ok: false, refusal: 'chain-broken' })
      expect(await say('mei')).toEqual({ ok: true, value: { seq: 2 } })
    })

    test('reading gives what comes after, so many at most, and nothing of another workspace', async () => {
      for (let i = 0; i < 5; i += 1) await say('mei')
      const read = async (after: number, limit: number) =>
        (await under.ledger.read(workspace, people, after, limit)).map(({ seq }) => seq)
      expect(await read(0, 9)).toEqual([1, 2, 3, 4, 5])
      expect(await read(2, 2)).toEqual([3, 4])
      expect(await under.ledger.read(idOf('x') as typeof workspace, people, 0, 9)).toEqual([])
      expect(await under.ledger.read(workspace, brief, 0, 9)).toEqual([])
    })

    test('the feed tells each scope once with its newest number, oldest news first', async () => {
      const grant = { scope: brief, kind: 'grant', outcome: 'given' } as const
      await say('mei')
      await say('mei', grant)
      await say('lin')
      const feed = async (after: number, limit = 9) => under.ledger.feed(workspace, after, limit)
      const all = await feed(0)
      expect(all.map(({ scope, seq }) => [scope, seq])).toEqual([
        [brief, 1],
        [people, 2],
      ])
      const [first] = await feed(0, 1)
      expect(first?.scope).toBe(brief)
      expect((await feed(first?.position ?? 0)).map(({ scope }) => scope)).toEqual([people])
      await say('lin', grant)
      expect(await feed(all.at(-1)?.position ?? 0)).toMatchObject([{ scope: brief, seq: 2 }])
      expect(await under.ledger.feed(idOf('x') as typeof workspace, 0, 9)).toEqual([])
    })
  })
}
