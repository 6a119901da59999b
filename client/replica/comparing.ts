/**
 * Finds a copy that is not what the relay's log says: a document that is clean here says eight bytes for its newest row, and
 * the relay answers only when another device said others. Then the log is read from its first row, and where it differs it
 * takes the copy's place. Left out: when (quiet.ts), the hash (hash-content.ts), the disk (Store.replace).
 */
import type { DocName } from '#shared/lib/ids.ts'
import { hashFrame, type DocRows } from '#shared/protocol/frames.ts'
import type { Documents } from './documents.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { HashContent } from './hash-content.ts'
import type { Link } from './link.ts'
import type { Questions } from './questions.ts'
import type { Status } from './status.ts'
import {
  isSnapshot,
  type Head,
  type Loaded,
  type RemoteItem,
  type Replaced,
  type Store,
} from './store.ts'

/** Between one hash and the next. */
const pauseMs = 200
/** Somebody who makes differences up costs a document one reading in so long. */
const readAgainMs = 60 * 60_000

export interface Comparing {
  /** The document has been quiet for a while. */
  compare(doc: DocName): Promise<void>
  /** Another device shows it differently. */
  doubt(doc: DocName): void
}

export interface ComparingParts {
  readonly environment: DeviceEnvironment
  readonly store: Store
  readonly link: Link
  readonly questions: Questions
  readonly status: Status
  readonly hashContent: HashContent
  readonly shown: Pick<Documents, 'get'>
  /** It is to be compared after some quiet. */
  touch(doc: DocName): void
  /** The log's rows have taken its place. */
  reread(doc: DocName): void
}

/** A document as stored, all of it at the relay and nothing of the relay's missing. */
type Clean = Loaded & { readonly head: Head }

export function createComparing(parts: ComparingParts): Comparing {
  const { environment, store, link, questions, status, hashContent } = parts
  const compared = new Map<DocName, number>()
  const doubted = new Set<DocName>()
  const readAt = new Map<DocName, number>()
  /** Their quiet came while there was no relay. */
  const missed = new Set<DocName>()

  link.onState((state) => {
    if (state !== 'ready') return
    // Nor may the log have been read.
    for (const doc of [...missed, ...doubted]) parts.touch(doc)
    missed.clear()
  })

  const clean = async (doc: DocName): Promise<Clean | null> => {
    if (status.of(doc).kind !== 'safe') return null
    const { head, ...loaded } = await store.load(doc)
    const [{ waiting }, now] = await Promise.all([store.standing(doc), store.head(doc)])
    const isStill =
      head !== null && head.seq > 0 && head.seq === now?.seq && head.known === head.seq
    if (!isStill || waiting.count > 0 || store.hasHole(doc)) return null
    return head.epoch === link.welcome()?.epoch ? { ...loaded, head } : null
  }

  /** The log's rows up to the copy's newest, from the first on; null when they did not all come. */
  const readLog = async (doc: DocName, upTo: number): Promise<RemoteItem[] | null> => {
    const answers: DocRows[] = []
    await questions.pull([[doc, 0]], async (rows) => void answers.push(rows))
    const [log] = answers
    return log === undefined ? null : wholeUpTo(log, upTo)
  }

  const readAgain = async (doc: DocName, copy: Clean, own: Uint8Array | null): Promise<void> => {
    const now = environment.now()
    if (now - (readAt.get(doc) ?? -Infinity) < readAgainMs) return void doubted.delete(doc)
    const log = await readLog(doc, copy.head.seq)
    if (log === null) return
    doubted.delete(doc)
    readAt.set(doc, now)
    const truth = await hashContent(log.map(({ bytes }) => bytes))
    if (truth === null || (own !== null && isSame(own, truth))) return
    console.error(`${doc} was not what the relay has at row ${copy.head.seq}; it was read again`)
    compared.delete(doc)
    await replace(doc, log, { ...copy, at: now })
  }

  /** No open document keeps what goes. */
  const replace = async (
    doc: DocName,
    log: readonly RemoteItem[],
    copy: Replaced,
  ): Promise<void> => {
    let isDone = false
    const replaceOnce = async (): Promise<void> => {
      isDone ||= await store.replace(doc, log, copy)
    }
    const live = parts.shown.get(doc)
    await (live === null ? replaceOnce() : live.rebuild(replaceOnce))
    if (isDone) parts.reread(doc)
  }

  return {
    async compare(doc) {
      if (link.state() !== 'ready') return void missed.add(doc)
      const isNew = compared.get(doc) !== (await store.head(doc))?.seq
      const copy = isNew || doubted.has(doc) ? await clean(doc) : null
      if (copy === null) return
      const own = await hashContent(copy.updates)
      // What nobody can read differs, whatever others show.
      if (own === null || doubted.has(doc)) return readAgain(doc, copy, own)
      compared.set(doc, copy.head.seq)
      link.send(hashFrame({ doc, seq: copy.head.seq, hash: own }), false)
      await new Promise<void>((resolve) => void environment.after(pauseMs, resolve))
    },
    doubt(doc) {
      doubted.add(doc)
      parts.touch(doc)
    },
  }
}

function wholeUpTo({ snapshot, rows }: DocRows, upTo: number): RemoteItem[] | null {
  const items = [...(snapshot === null ? [] : [snapshot]), ...rows]
  const taken: RemoteItem[] = []
  let reached = 0
  for (const item of items) {
    if (reached === upTo) break
    if (!isSnapshot(item) && item.seq !== reached + 1) return null
    reached = isSnapshot(item) ? item.upto : item.seq
    taken.push(item)
  }
  return reached === upTo ? taken : null
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.every((byte, index) => byte === other[index])
