/** What every Log must do. Each implementation's test file runs it; `makeLog` gives an empty one each time. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FeedChoice, Log } from '#server/log/log.ts'
import type { DocName } from '#shared/lib/ids.ts'
import {
  batchOf,
  brief,
  bytesOf,
  docNamed,
  otherBrief,
  otherWorkspace,
  rowOf,
  rowsOf,
  workspace,
} from './log-rows.ts'

export function logContract(name: string, makeLog: () => Log | Promise<Log>): void {
  describe(`${name} keeps the contract of the log:`, () => {
    let log: Log
    beforeEach(async () => {
      log = await makeLog()
    })
    afterEach(() => log.close())

    test('a document nobody wrote has no state, no rows and no history', async () => {
      expect(await log.state(workspace, brief)).toBeNull()
      expect(await log.read(brief, 0)).toEqual({ snapshot: null, rows: [] })
      expect(await log.history(brief, 0, 10)).toEqual([])
    })

    test('what was appended is read back, byte for byte and in order', async () => {
      const rows = [
        rowOf(brief, 1, {
          device: 7,
          n: 3,
          at: 2 ** 41,
          bytes: new Uint8Array([0, 255, 1]),
          note: new Uint8Array(),
        }),
        rowOf(brief, 2),
      ]
      await log.append([batchOf(rows)])
      const read = await log.read(brief, 0)
      expect(read.snapshot).toBeNull()
      expect(read.rows).toEqual(
        rows.map(({ seq, device, at, note, bytes }) => ({ seq, device, at, note, bytes })),
      )
    })

    test('reading after a row gives only later rows, and a page holds at most its limit', async () => {
      await log.append([batchOf(rowsOf(brief, 1, 40))])
      expect((await log.read(brief, 38)).rows.map((row) => row.seq)).toEqual([39, 40])
      expect((await log.read(brief, 40)).rows).toEqual([])
      expect((await log.read(brief, 10, 3)).rows.map((row) => row.seq)).toEqual([11, 12, 13])
    })

    test('the state tells newest row, bytes, rows since the snapshot and every author clock', async () => {
      const authors = [
        { doc: brief, client: 0, device: 1, next: 5 },
        { doc: brief, client: 2 ** 32 - 1, device: 2, next: 9 },
      ]
      await log.append([batchOf([rowOf(brief, 1), rowOf(brief, 2)], { authors })])
      await log.append([
        batchOf([rowOf(brief, 3)], { authors: [{ doc: brief, client: 0, device: 1, next: 6 }] }),
      ])
      const state = await log.state(workspace, brief)
      expect(state).toMatchObject({
        doc: brief,
        workspace,
        seq: 3,
        bytes: 15,
        rowsSinceSnapshot: 3,
        recovering: false,
      })
      expect(state?.authors).toEqual([
        { client: 0, device: 1, next: 6 },
        { client: 2 ** 32 - 1, device: 2, next: 9 },
      ])
    })

    test('a clientID bound before the first row is kept', async () => {
      await log.append([batchOf([], { authors: [{ doc: brief, client: 4, device: 1, next: 0 }] })])
      expect(await log.state(workspace, brief)).toMatchObject({
        seq: 0,
        authors: [{ client: 4, device: 1, next: 0 }],
      })
      expect((await log.feed(workspace, 0, 10)).entries).toEqual([])
      await log.append([batchOf([rowOf(brief, 1)])])
      expect((await log.feed(workspace, 0, 10)).entries.map((entry) => entry.seq)).toEqual([1])
    })

    test('a clientID stays bound to who opened the document under it, until it is written under or given up', async () => {
      const bound = (client: number, boundAt: number) => ({
        doc: brief,
        client,
        device: 1,
        next: 0,
        boundAt,
      })
      const authors = async (): Promise<unknown> => (await log.state(workspace, brief))?.authors
      await log.append([
        batchOf([rowOf(brief, 1)], { authors: [bound(4, 100), bound(5, 200), bound(6, 50)] }),
      ])
      await log.append([batchOf([], { authors: [bound(7, 10)] })])
      expect((await log.feed(workspace, 0, 10)).entries).toMatchObject([{ doc: brief, seq: 1 }])
      const written = { doc: brief, client: 6, device: 1, next: 3 }
      await log.append([batchOf([rowOf(brief, 2)], { authors: [written] })])
      // What was written under is given up no more, what is bound again in the same batch is bound.
      const unbound = [4, 5, 6, 99].map((client) => ({ doc: brief, client }))
      await log.append([batchOf([], { unbound, authors: [bound(5, 201)] })])
      expect(await authors()).toEqual([
        { client: 5, device: 1, next: 0, boundAt: 201 },
        { client: 6, device: 1, next: 3 },
        { client: 7, device: 1, next: 0, boundAt: 10 },
      ])
      await log.append([batchOf([], { authors: [{ ...bound(6, 300), device: 2 }] })])
      await log.dropUnused(201)
      expect(await authors()).toEqual([
        { client: 5, device: 1, next: 0, boundAt: 201 },
        { client: 6, device: 1, next: 3 },
      ])
    })

    test('a document of another workspace looks like one that does not exist', async () => {
      await log.append([batchOf([rowOf(brief, 1)])])
      expect(await log.state(otherWorkspace, brief)).toBeNull()
      expect((await log.feed(otherWorkspace, 0, 10)).entries).toEqual([])
      await expect(
        log.append([batchOf([rowOf(brief, 2)], { workspace: otherWorkspace })]),
      ).rejects.toThrow()
      expect((await log.state(workspace, brief))?.seq).toBe(1)
      expect(await log.isElsewhere(otherWorkspace, brief)).toBe(true)
      expect(await log.isElsewhere(workspace, brief)).toBe(false)
      expect(await log.isElsewhere(otherWorkspace, otherBrief)).toBe(false)
      await log.append([batchOf([rowOf(otherBrief, 1)], { workspace: otherWorkspace })])
      expect((await log.state(otherWorkspace, otherBrief))?.seq).toBe(1)
    })

    test('one bad row keeps the whole append out, and the log goes on', async () => {
      await log.append([batchOf([rowOf(brief, 1)])])
      const good = batchOf([rowOf(otherBrief, 1)], {
        authors: [{ doc: brief, client: 1, device: 1, next: 1 }],
      })
      for (const bad of [rowOf(brief, 1), rowOf(brief, 3), rowOf(brief, 4)]) {
        await expect(log.append([good, batchOf([bad])])).rejects.toThrow()
        await expect(
          log.append([batchOf([rowOf(brief, 2), { ...bad, seq: 9 }]), good]),
        ).rejects.toThrow()
      }
      expect(await log.state(workspace, otherBrief)).toBeNull()
      expect(await log.state(workspace, brief)).toMatchObject({ seq: 1, authors: [] })
      await log.append([good, batchOf([rowOf(brief, 2)])])
      expect((await log.feed(workspace, 0, 10)).entries.map(({ doc, seq }) => [doc, seq])).toEqual([
        [otherBrief, 1],
        [brief, 2],
      ])
    })

    test('a push is stored once, and found by device and number', async () => {
      await log.append([
        batchOf([
          rowOf(brief, 1, { device: 3, n: 8 }),
          rowOf(brief, 2, { device: 4, n: 8 }),
          rowOf(brief, 3),
          rowOf(brief, 4),
        ]),
      ])
      expect(await log.pushed(3, 8)).toBe(1)
      expect(await log.pushed(4, 8)).toBe(2)
      expect(await log.pushed(3, 9)).toBeNull()
      expect([await log.newestPush(3), await log.newestPush(9)]).toEqual([8, -1])
      await expect(
        log.append([batchOf([rowOf(otherBrief, 1, { device: 3, n: 8 })])]),
      ).rejects.toThrow()
      expect(await log.state(workspace, otherBrief)).toBeNull()
      await log.append([batchOf([rowOf(otherBrief, 1, { device: 3, n: 9 })])])
      expect(await log.pushed(3, 9)).toBe(1)
    })

    test('the feed gives each changed document once, oldest change first, page by page', async () => {
      await log.append([batchOf([rowOf(brief, 1), rowOf(otherBrief, 1)])])
      await log.append([batchOf([rowOf(brief, 2)])])
      const first = await log.feed(workspace, 0, 1)
      expect(first.more).toBe(true)
      expect(first.entries).toMatchObject([{ doc: otherBrief, seq: 1 }])
      const second = await log.feed(workspace, first.entries[0]?.position ?? 0, 1)
      expect(second.more).toBe(false)
      expect(second.entries).toMatchObject([{ doc: brief, seq: 2 }])
      const at = second.entries[0]?.position ?? 0
      expect(await log.feed(workspace, at, 10)).toEqual({ entries: [], more: false })
      await log.append([batchOf([rowOf(otherBrief, 2)])])
      expect((await log.feed(workspace, at, 10)).entries).toMatchObject([
        { doc: otherBrief, seq: 2 },
      ])
    })

    test('a feed of some documents is full of those, each from where its reader came to see it', async () => {
      for (const letter of ['d', 'f', 'g'])
        await log.append([batchOf([rowOf(docNamed(letter), 1)])])
      await log.append([batchOf([rowOf(brief, 1)])])
      const feedOf = async (after: number, limit: number, among: FeedChoice) => {
        const { entries, more } = await log.feed(workspace, after, limit, among)
        return { docs: entries.map(({ doc }) => doc), at: entries.at(-1)?.position ?? 0, more }
      }
      const isWanted = (doc: DocName): boolean => doc === docNamed('d') || doc === brief
      const first = await feedOf(0, 1, isWanted)
      expect(first).toMatchObject({ docs: [docNamed('d')], more: true })
      expect(await feedOf(first.at, 1, isWanted)).toMatchObject({ docs: [brief], more: false })
      // The first was granted after everything changed; one that is not there, or elsewhere, is not named.
      const among = new Map([
        [docNamed('d'), 900],
        [brief, 0],
        [docNamed('h'), 900],
      ])
      const late = await feedOf(0, 1, among)
      expect(late).toMatchObject({ docs: [brief], more: true })
      expect(await feedOf(late.at, 9, among)).toEqual({
        docs: [docNamed('d')],
        at: 900,
        more: false,
      })
      expect((await log.feed(otherWorkspace, 0, 9, among)).entries).toEqual([])
    })

    test('the feed says when a document changed, and gives its newest card', async () => {
      await log.append([batchOf([rowOf(brief, 1, { at: 70 })])])
      const shown = async (): Promise<unknown> =>
        (await log.feed(workspace, 0, 9)).entries.map(({ at, card }) => [at, card])
      expect(await shown()).toEqual([[70, null]])
      const cards = (text: string) => ({ cards: [{ doc: brief, bytes: bytesOf(text) }] })
      await log.append([batchOf([rowOf(brief, 2, { at: 80 })], cards('one'))])
      expect(await shown()).toEqual([[80, bytesOf('one')]])
      await log.append([batchOf([], cards('two'))])
      expect(await shown()).toEqual([[80, bytesOf('two')]])
      await log.append([batchOf([rowOf(brief, 3, { at: 90 })])])
      expect(await shown()).toEqual([[90, bytesOf('two')]])
    })

    test('retired rows are read as a snapshot by those who lack them, and by nobody else', async () => {
      await log.append([batchOf(rowsOf(brief, 1, 2_345))])
      const snapshot = { upto: 2_300, bytes: bytesOf('everything up to 2300') }
      await log.retire(brief, snapshot)
      for (const after of [0, 1, 1_999, 2_299]) {
        const read = await log.read(brief, after)
        expect(read.snapshot).toEqual(snapshot)
        expect(read.rows.map((row) => row.seq)).toEqual(
          rowsOf(brief, 2_301, 2_345).map((row) => row.seq),
        )
      }
      expect((await log.read(brief, 2_300)).snapshot).toBeNull()
      expect((await log.read(brief, 2_300)).rows).toHaveLength(45)
      expect(await log.state(workspace, brief)).toMatchObject({
        seq: 2_345,
        rowsSinceSnapshot: 45,
        bytes: 21 + 45 * 8,
      })
    })

    test('history is whole across packs and rows, and a page may begin anywhere', async () => {
      await log.append([batchOf(rowsOf(brief, 1, 2_345))])
      await log.retire(brief, { upto: 1_500, bytes: bytesOf('a') })
      await log.retire(brief, { upto: 2_300, bytes: bytesOf('b') })
      const all = rowsOf(brief, 1, 2_345).map(({ seq, device, at, note }) => ({
        seq,
        device,
        at,
        note,
      }))
      expect(await log.history(brief, 0, 5_000)).toEqual(all)
      expect(await log.history(brief, 990, 20)).toEqual(all.slice(990, 1_010))
      expect(await log.history(brief, 2_290, 20)).toEqual(all.slice(2_290, 2_310))
      expect(await log.history(brief, 2_345, 20)).toEqual([])
    })

    test('a later snapshot replaces an earlier one, an earlier one changes nothing', async () => {
      await log.append([batchOf(rowsOf(brief, 1, 30))])
      await log.retire(brief, { upto: 10, bytes: bytesOf('ten') })
      await log.retire(brief, { upto: 20, bytes: bytesOf('twenty') })
      await log.retire(brief, { upto: 10, bytes: bytesOf('late') })
      expect((await log.read(brief, 0)).snapshot).toEqual({ upto: 20, bytes: bytesOf('twenty') })
      expect((await log.read(brief, 0)).rows).toHaveLength(10)
    })

    test('a snapshot beyond the newest row, or of nothing, is refused', async () => {
      await log.append([batchOf(rowsOf(brief, 1, 3))])
      await expect(log.retire(brief, { upto: 4, bytes: bytesOf('x') })).rejects.toThrow()
      await expect(log.retire(brief, { upto: 0, bytes: bytesOf('x') })).rejects.toThrow()
      await expect(log.retire(otherBrief, { upto: 1, bytes: bytesOf('x') })).rejects.toThrow()
      expect((await log.read(brief, 0)).rows).toHaveLength(3)
    })

    test('appending goes on while rows retire', async () => {
      await log.append([batchOf(rowsOf(brief, 1, 1_500))])
      const retiring = log.retire(brief, { upto: 1_500, bytes: bytesOf('s') })
      await log.append([batchOf([rowOf(brief, 1_501)])])
      await retiring
      expect(await log.state(workspace, brief)).toMatchObject({ seq: 1_501, rowsSinceSnapshot: 1 })
      expect((await log.read(brief, 0)).rows.map((row) => row.seq)).toEqual([1_501])
    })

    test('grown documents are listed, the largest first', async () => {
      await log.append([batchOf([...rowsOf(brief, 1, 5), ...rowsOf(otherBrief, 1, 9)])])
      expect(await log.uncompacted(5, 10)).toEqual([
        { doc: otherBrief, workspace, rows: 9 },
        { doc: brief, workspace, rows: 5 },
      ])
      expect(await log.uncompacted(6, 10)).toHaveLength(1)
      expect(await log.uncompacted(5, 1)).toHaveLength(1)
      await log.retire(otherBrief, { upto: 8, bytes: bytesOf('s') })
      expect((await log.uncompacted(5, 10)).map((document) => document.doc)).toEqual([brief])
    })
  })
}
