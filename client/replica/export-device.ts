/**
 * Everything this device holds of its workspace as one file, for the day the relay, the session or the disk refuses:
 * `{format, version, workspace, member, exportedAt, documents: [{name, updates}], waiting, refused, inMemory, kept:
 * [{document, at, seq, updates}], records, files: [{id, documents, bytes}]}`, updates as base64url of Yjs bytes. Applied to an empty Y.Doc, a document's updates are
 * the document; `kept` are copies that differed from the relay's. What was not sent says as text what was written, as far as
 * it can be read without the rest of its document, which may have left this device.
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { Receipt } from '#shared/records/verify.ts'
import { bytesToBase64url } from './base64url.ts'
import type { UnsentFile } from './files/replica-files.ts'
import type { Identity } from './identity.ts'
import { parseKept } from './kept-copies.ts'
import { isRecordLine } from './record-line.ts'
import type { RecordRow } from './record-store.ts'
import { writtenIn } from './written-in.ts'
import { keptNote, type KeptCopy, type OutRow, type Store } from './store.ts'

/** What of a document stands only in an open page: while the disk refuses, or once the browser has taken it away. */
export interface HeldInMemory {
  readonly name: DocName
  readonly bytes: Uint8Array
}

type Kept = Pick<Store, 'index' | 'heads' | 'load' | 'outRows' | 'refused' | 'getNote' | 'records'>

const pageOfRows = 256

/** Parts of it are read one after another, so that the file may be larger than a string. Never rejects for a lost disk. */
export async function exportDevice(
  store: Kept,
  { workspace, member }: Pick<Identity, 'workspace' | 'member'>,
  held: readonly HeldInMemory[],
  now: number,
  unsentFiles: readonly UnsentFile[] = [],
): Promise<Blob> {
  const [index, heads, refused] = await Promise.all([
    read(() => store.index()),
    read(() => store.heads()),
    read(() => store.refused()),
  ])
  const kept = await read(async () => parseKept(await store.getNote(keptNote)))
  const [out, records] = await Promise.all([
    read(() => allOut(store)),
    read(() => store.records().then((kept) => kept.all())),
  ])
  // Those of records stand among the records.
  const waiting = out.filter(({ doc }) => !isRecordLine(doc))
  const names = new Set([...index, ...heads, ...refused, ...waiting].map(({ doc }) => doc))
  const parts: string[] = [opening(workspace, member, now)]
  for (const name of names) {
    const stored = await store.load(name).catch(() => null)
    const updates = stored === null ? null : stored.updates.map(bytesToBase64url)
    parts.push(parts.length === 1 ? '' : ',\n', JSON.stringify({ name, updates }))
  }
  parts.push(
    '],\n"waiting": ',
    list(waiting.map(readable)),
    ',\n"refused": ',
    list(refused.map((row) => ({ ...readable(row), reason: row.reason }))),
    ',\n"inMemory": ',
    list(held.map(({ name, bytes }) => ({ document: name, yjsUpdate: bytesToBase64url(bytes) }))),
    ',\n"kept": ',
    list(kept.map(readableCopy)),
    ',\n"records": ',
    list(records.map(readableRecord)),
    ',\n"files": [',
  )
  for (const [at, file] of unsentFiles.entries())
    parts.push(at === 0 ? '' : ',\n', ...(await readableFile(file)))
  parts.push(']}\n')
  return new Blob(parts, { type: 'application/json' })
}

const opening = (workspace: Identity['workspace'], member: string, now: number): string => {
  const head = {
    format: 'asterism-device',
    version: 1,
    workspace: { id: workspace.id, name: workspace.name },
    member,
    exportedAt: new Date(now).toISOString(),
  }
  return `${JSON.stringify(head).slice(0, -1)},\n"documents": [`
}

const list = (rows: readonly unknown[]): string =>
  `[${rows.map((row) => JSON.stringify(row)).join(',\n')}]`

const readable = ({ n, doc, at, note, bytes }: OutRow) => ({
  n,
  document: doc,
  at: new Date(at).toISOString(),
  note: new TextDecoder().decode(note),
  written: writtenIn(bytes),
  yjsUpdate: bytesToBase64url(bytes),
})

const readableCopy = ({ doc, at, seq, updates }: KeptCopy) => ({
  document: doc,
  at: new Date(at).toISOString(),
  seq,
  updates: updates.map(bytesToBase64url),
})

const readableRecord = ({ text, signature, key, receipt, earlier, refused }: RecordRow) => ({
  text,
  signature: bytesToBase64url(signature),
  key: bytesToBase64url(key),
  receipt: receipt === null ? null : readableReceipt(receipt),
  earlier: earlier.map(readableReceipt),
  refused,
})

/** In pieces of whole groups of three bytes, so that none is longer than a string may be. */
async function readableFile({ id, documents, bytes }: UnsentFile): Promise<readonly string[]> {
  const head = JSON.stringify({ id, documents, bytes: '' }).slice(0, -2)
  const pieces: string[] = []
  for (let at = 0; at < bytes.size; at += pieceBytes) {
    const piece = await bytes.slice(at, at + pieceBytes).arrayBuffer()
    pieces.push(bytesToBase64url(new Uint8Array(piece)))
  }
  return [head, ...pieces, '"}']
}

const pieceBytes = 3 * 256 * 1024

const readableReceipt = ({ seq, at, link, countersignature }: Receipt) => ({
  seq,
  at,
  link,
  countersignature: bytesToBase64url(countersignature),
})

/** The browser may have taken the database away: what memory holds is worth a file of its own. */
async function read<T>(rows: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await rows()
  } catch (fault) {
    console.error('a part of this device could not be read', fault)
    return []
  }
}

async function allOut(store: Kept): Promise<OutRow[]> {
  const found: OutRow[] = []
  for (let after = 0; ;) {
    const rows = await store.outRows(after, pageOfRows)
    found.push(...rows)
    const last = rows.at(-1)
    if (last === undefined) return found
    after = last.n
  }
}
