/**
 * Watches a schedule from outside: every edit made, every row the relay committed, every word of status. What must not be
 * is kept as a finding at the moment it is seen. Left out: what must hold at the end (judge.ts).
 */
import * as Y from 'yjs'
import type { OpenDocument } from '#client/replica/documents.ts'
import { readMessage } from '#client/replica/messages.ts'
import type { Batch } from '#server/log/log.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { meansLater } from '#shared/protocol/refusals.ts'
import type { Row } from '#shared/protocol/frames.ts'
import type { Tab } from './device.ts'
import type { DiskRows } from './disk.ts'
import { isIn, rangesOf, type Edit, type Parts } from './edits.ts'
import { untidied } from './untidied.ts'

export interface Finding {
  readonly kind: 'loss' | 'divergence' | 'lie' | 'uncommitted'
  readonly text: string
}

export interface Witness {
  readonly edits: Edit[]
  readonly findings: Finding[]
  find(kind: Finding['kind'], text: string): void
  /** From now on every local change of this document in this tab is an edit. */
  watch(tab: Tab, device: number, document: OpenDocument, said: () => string): void
  /** Looks at what the tab says of its open documents, now, and whether disk and relay say so, too. */
  look(tab: Tab): void
  /** The page is being hidden, with room for what it puts down: from now on all of its edits outlive it. */
  left(tab: Tab): void
  /** A person let go of refused work. */
  letGo(device: number, bytes: Uint8Array): void
  /** What people of this device let go of. */
  gone(device: number): readonly Parts[]
  /** The device's database is gone. */
  diskLost(device: number): void
  committed(batches: readonly Batch[]): void
  /** The relay was put back: these are its rows now. */
  restored(rows: ReadonlyMap<DocName, readonly Row[]>): void
  relayStarted(): void
  /** A frame leaves the relay. */
  says(device: number, frame: Uint8Array): void
  /** Everything that was ever committed. */
  ever(doc: DocName): Y.Doc
  current(doc: DocName): Y.Doc
  /** How many pushes were refused for good. */
  refusedRows(): number
}

interface Watched {
  readonly name: DocName
  readonly document: OpenDocument
  /** Edits of this tab that the relay is not known to have. */
  pending: Edit[]
  /** Those it is known to have; a restore takes them back. */
  safe: Edit[]
  unclaimed: Edit[]
  wasRebuilt: boolean
  wasWithdrawn: boolean
}

/** An outbox row of another tab is known in all tabs of a device by then. */
const knownMs = 1_000

export interface Eyes {
  now(): number
  /** The tab knows the relay's newest life. */
  isCurrent(tab: Tab): boolean
  /** As the relay sees it, whatever the tab has heard. */
  mayRead(tab: Tab, doc: DocName): boolean
  /** Null while somebody writes there. */
  disk(device: number): DiskRows | null
}

export function createWitness({ now, isCurrent, mayRead, disk }: Eyes): Witness {
  const current = new Map<DocName, Y.Doc>()
  const ever = new Map<DocName, Y.Doc>()
  const rows = new Map<DocName, Map<number, Uint8Array>>()
  const stored = new Set<string>()
  const channels = new Map<number, string>()
  const watched = new Map<Tab, Watched[]>()
  const gone = new Map<number, Parts[]>()
  /** Refused rows as they were seen on a device's disk. */
  const refusedOnce = new Map<number, Map<string, Parts>>()
  /** When an outbox row was first seen, by device. */
  const rowsSeen = new Map<number, Map<number, number>>()
  const docOf = (all: Map<DocName, Y.Doc>, name: DocName): Y.Doc => {
    const doc = all.get(name) ?? untidied()
    all.set(name, doc)
    return doc
  }
  const has = (doc: DocName, { seq, bytes }: Row): boolean => {
    const committed = rows.get(doc)?.get(seq)
    return committed !== undefined && Buffer.compare(committed, bytes) === 0
  }
  const enter = (doc: DocName, seq: number, bytes: Uint8Array): void => {
    const known = rows.get(doc) ?? new Map<number, Uint8Array>()
    rows.set(doc, known.set(seq, bytes))
    Y.applyUpdate(docOf(current, doc), bytes)
  }
  const sees = (device: number, doc: string, row: Row): void => {
    if (!has(doc as DocName, row))
      find(
        'uncommitted',
        `device ${device + 1} was sent row ${row.seq} of ${short(doc)}, which is not committed`,
      )
  }
  const find: Witness['find'] = (kind, text) => void witness.findings.push({ kind, text })

  /** Rows that wait, and that every tab of the device must know of. */
  const lookAtDisk = (tab: Tab, rows: DiskRows): void => {
    const refused = refusedOnce.get(tab.device) ?? new Map<string, Parts>()
    for (const { n, at, bytes } of rows.refused)
      if (!refused.has(`${n} ${at}`)) refused.set(`${n} ${at}`, rangesOf(bytes))
    refusedOnce.set(tab.device, refused)
    const before = rowsSeen.get(tab.device)
    const seen = new Map(rows.out.map(({ n }) => [n, before?.get(n) ?? now()]))
    rowsSeen.set(tab.device, seen)
    if (tab.awakeMs() < knownMs) return
    for (const { n, doc } of rows.out) {
      if (now() - (seen.get(n) ?? now()) < knownMs) continue
      const { kind } = tab.replica.status.of(doc)
      if (kind === 'safe')
        find('lie', `${tab.name} calls ${short(doc)} safe, and its row ${n} waits on the disk`)
    }
  }
  const checkStored = (
    tab: Tab,
    name: DocName,
    claimed: readonly Edit[],
    { snap, upd, refused }: DiskRows,
  ): void => {
    if (claimed.length === 0) return
    const bytes = [...snap, ...upd].filter((row) => row.doc === name).map((row) => row.bytes)
    const doc = untidied(bytes)
    const beside = [
      ...refused.map((row) => rangesOf(row.bytes)),
      ...bytes.map(rangesOf),
      ...(gone.get(tab.device) ?? []),
    ]
    const isWithdrawn = !mayRead(tab, name)
    const there = docOf(ever, name)
    for (const edit of claimed.filter(
      (one) => !isIn(one, doc, beside) && !(isWithdrawn && isIn(one, there, beside)),
    ))
      find(
        'lie',
        `${tab.name} says that ${short(name)} is on the device, and its disk lacks edit ${edit.id} (${edit.act})`,
      )
  }
  /** The person's own work is still before them, but for what was refused. */
  const checkRebuilt = (tab: Tab, own: Watched, { upd }: DiskRows): void => {
    own.wasRebuilt = false
    // Begun anew without what may not be read any more.
    if (own.wasWithdrawn || !mayRead(tab, own.name)) return
    const beside = [
      ...(refusedOnce.get(tab.device)?.values() ?? []),
      ...(gone.get(tab.device) ?? []),
    ]
    const doc = own.document.doc()
    // Rows it rests on found no room on the disk: it is back once they come again (seed 8933).
    if (doc.store.pendingStructs !== null) {
      beside.push(...upd.filter((row) => row.doc === own.name).map((row) => rangesOf(row.bytes)))
      // Nor had they themselves, and what they rest on was refused (seed 3673).
      const inMemory = own.document.unstored()
      if (inMemory !== null) beside.push(rangesOf(inMemory))
    }
    for (const edit of [...own.safe, ...own.pending].filter((one) => !isIn(one, doc, beside)))
      find(
        'loss',
        `${tab.name} started ${short(own.name)} over and no longer shows edit ${edit.id} (${edit.act})`,
      )
  }

  let refusedRows = 0
  const witness: Witness = {
    refusedRows: () => refusedRows,
    edits: [],
    findings: [],
    find,
    ever: (doc) => docOf(ever, doc),
    current: (doc) => docOf(current, doc),
    watch(tab, device, document, said) {
      const own: Watched = {
        name: document.name,
        document,
        pending: [],
        safe: [],
        unclaimed: [],
        wasRebuilt: false,
        wasWithdrawn: false,
      }
      watched.set(tab, [...(watched.get(tab) ?? []), own])
      const listen = (doc: Y.Doc): void => {
        doc.on(
          'update',
          (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
            if (!transaction.local || !tab.isAlive()) return
            const parts = rangesOf(bytes)
            // Yjs tidies formatting after others' changes; without the right to write that is nobody's edit.
            if (!document.canWrite() && parts.written.length === 0) return
            const edit: Edit = {
              id: witness.edits.length + 1,
              tab: tab.name,
              device,
              doc: document.name,
              act: said(),
              ...parts,
              isStored: false,
              isLost: false,
            }
            witness.edits.push(edit)
            own.pending.push(edit)
            own.unclaimed.push(edit)
          },
        )
      }
      listen(document.doc())
      document.onRebuilt((doc) => {
        listen(doc)
        // What was taken as the right ended comes again with the right, a while later; the judge looks at the end.
        own.wasWithdrawn ||= tab.replica.rights.of(own.name) === 'none'
        own.wasRebuilt = true
      })
      tab.replica.status.subscribe(() => witness.look(tab))
    },
    look(tab) {
      if (!tab.isAlive()) return
      const rows = tab.isLost ? null : disk(tab.device)
      if (rows !== null) lookAtDisk(tab, rows)
      for (const own of watched.get(tab) ?? []) {
        const { kind } = tab.replica.status.of(own.name)
        if (own.wasRebuilt && rows !== null) checkRebuilt(tab, own, rows)
        if (kind !== 'safe' && kind !== 'on-device') continue
        if (!tab.isLost && rows !== null) {
          const claimed = own.unclaimed.splice(0)
          for (const edit of claimed) edit.isStored = true
          checkStored(tab, own.name, claimed, rows)
        }
        if (kind !== 'safe') continue
        const there = docOf(isCurrent(tab) ? current : ever, own.name)
        const beside = gone.get(tab.device)
        const missing = own.pending.filter((edit) => !isIn(edit, there, beside))
        for (const edit of missing)
          find(
            'lie',
            `${tab.name} calls ${short(own.name)} safe, and the relay lacks edit ${edit.id} (${edit.act})`,
          )
        own.safe.push(...own.pending.splice(0))
      }
    },
    left(tab) {
      if (tab.isLost) return
      for (const own of watched.get(tab) ?? [])
        for (const edit of own.unclaimed.splice(0)) edit.isStored = true
    },
    letGo(device, bytes) {
      gone.set(device, [...(gone.get(device) ?? []), rangesOf(bytes)])
    },
    gone: (device) => gone.get(device) ?? [],
    diskLost(device) {
      rowsSeen.delete(device)
      for (const edit of witness.edits)
        edit.isLost ||= edit.device === device && !isIn(edit, docOf(ever, edit.doc))
      for (const [tab, all] of watched) {
        if (tab.device !== device) continue
        for (const own of all) own.unclaimed = []
      }
    },
    committed(batches) {
      for (const { rows: all } of batches)
        for (const { doc, seq, bytes, device, n } of all) {
          enter(doc, seq, bytes)
          Y.applyUpdate(docOf(ever, doc), bytes)
          stored.add(`${device} ${seq}`)
          if (n !== null) stored.add(`${device} n${n}`)
        }
    },
    restored(all) {
      for (const own of [...watched.values()].flat()) own.pending.unshift(...own.safe.splice(0))
      current.clear()
      rows.clear()
      for (const [doc, own] of all) for (const { seq, bytes } of own) enter(doc, seq, bytes)
    },
    relayStarted: () => channels.clear(),
    says(device, frame) {
      const message = readMessage(frame)
      if (message === null) return
      if (message.kind === 'no' && !meansLater(message.refusal)) refusedRows += 1
      if (message.kind === 'opened') channels.set(message.opened.channel, message.opened.doc)
      if (message.kind === 'row') sees(device, channels.get(message.channel) ?? '', message.row)
      if (message.kind === 'doc-rows')
        for (const row of message.rows.rows) sees(device, message.rows.doc, row)
      if (message.kind === 'ack')
        for (const { n, seq } of message.acks)
          if (seq > 0 && !stored.has(`${device + 1} ${seq}`))
            find(
              'uncommitted',
              `device ${device + 1} got its change ${n} acknowledged as row ${seq}, which is not committed`,
            )
    },
  }
  return witness
}

export const short = (doc: string): string => doc.slice(0, 10)
