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
import { isIn, rangesOf, type Edit } from './edits.ts'

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
  /** Looks at what the tab says of its open documents, now. */
  look(tab: Tab): void
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
  unclaimed: Edit[]
}

export function createWitness(isCurrent: (tab: Tab) => boolean): Witness {
  const current = new Map<DocName, Y.Doc>()
  const ever = new Map<DocName, Y.Doc>()
  const rows = new Map<DocName, Map<number, Uint8Array>>()
  const stored = new Set<string>()
  const channels = new Map<number, string>()
  const watched = new Map<Tab, Watched[]>()
  const docOf = (all: Map<DocName, Y.Doc>, name: DocName): Y.Doc => {
    const doc = all.get(name) ?? new Y.Doc()
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

  let refusedRows = 0
  const witness: Witness = {
    refusedRows: () => refusedRows,
    edits: [],
    findings: [],
    find,
    ever: (doc) => docOf(ever, doc),
    current: (doc) => docOf(current, doc),
    watch(tab, device, document, said) {
      const own: Watched = { name: document.name, document, pending: [], unclaimed: [] }
      watched.set(tab, [...(watched.get(tab) ?? []), own])
      const listen = (doc: Y.Doc): void => {
        doc.on(
          'update',
          (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
            if (!transaction.local || !tab.isAlive()) return
            const edit: Edit = {
              id: witness.edits.length + 1,
              tab: tab.name,
              device,
              doc: document.name,
              act: said(),
              ...rangesOf(bytes),
              isStored: false,
            }
            witness.edits.push(edit)
            own.pending.push(edit)
            own.unclaimed.push(edit)
          },
        )
      }
      listen(document.doc())
      document.onRebuilt(listen)
      tab.replica.status.subscribe(() => witness.look(tab))
    },
    look(tab) {
      if (!tab.isAlive()) return
      for (const own of watched.get(tab) ?? []) {
        const { kind } = tab.replica.status.of(own.name)
        if (kind !== 'safe' && kind !== 'on-device') continue
        for (const edit of own.unclaimed.splice(0)) edit.isStored = true
        if (kind !== 'safe') continue
        const there = docOf(isCurrent(tab) ? current : ever, own.name)
        const missing = own.pending.filter((edit) => !isIn(edit, there))
        for (const edit of missing)
          find(
            'lie',
            `${tab.name} calls ${short(own.name)} safe, and the relay lacks edit ${edit.id} (${edit.act})`,
          )
        own.pending = []
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
