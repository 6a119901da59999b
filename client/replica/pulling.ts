/**
 * Fetches the rows of documents that are newer elsewhere, in small batches: what is on screen first, then the newest. It
 * needs no memory of its own: heads say what is behind, so a tab that dies goes on where it was. Left out: the feed.
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { DocRows } from '#shared/protocol/frames.ts'
import type { Link } from './link.ts'
import type { Questions } from './questions.ts'
import type { Head, RemoteItem, Store } from './store.ts'

/** Documents asked for at once: small enough that what a person opens meanwhile is next. */
const batchOf = 50
/** By then a row of a document on a channel has come, or never will: this device sent it, and took it back. */
const byChannelMs = 15_000

export interface Pulling {
  /** This tab comes to lead: what the one before had noted and not fetched stands in the heads. */
  takeOver(): Promise<void>
  /** Newer rows are known of these, oldest change first. */
  announced(docs: readonly DocName[]): void
  /** Documents that were let go: behind from now on, should they be wanted again. */
  letGo(docs: readonly DocName[]): void
  /** It is asked for just now. */
  isAsking(doc: DocName): boolean
  /** A row is missing in the middle of a document. */
  fill(doc: DocName): void
  /** Documents whose newest rows are not here yet. */
  left(): number
  /** The link is ready (again): a tab that does not lead any more ends what it began, too. */
  resume(): void
}

export interface PullingParts {
  readonly store: Store
  readonly link: Link
  readonly questions: Questions
  /** On a channel: its rows come by themselves. */
  isLive(doc: DocName): boolean
  isOpen(doc: DocName): boolean
  /** It belongs on this device (reasons.ts). */
  wants(doc: DocName): boolean
  /** Others' rows of a document are on the device. `at`: the relay's receipt time of the newest, ms; null: unknown. */
  pulled(doc: DocName, at: number | null): Promise<void>
  /** `left` has changed. */
  progressed(): void
  after(ms: number, act: () => void): () => void
}

export function createPulling(parts: PullingParts): Pulling {
  const { store, link, questions } = parts
  /** In the order of their changes. */
  const behind = new Set<DocName>()
  const filling = new Set<DocName>()
  /** Being asked for, with no newer row told of meanwhile: the answer settles these. */
  let asked = new Set<DocName>()
  let running = false
  let isFillingLater = false

  const keep = async ({ authors, snapshot, rows }: DocRows, doc: DocName): Promise<void> => {
    const epoch = link.welcome()?.epoch
    const items: RemoteItem[] = snapshot === null ? [...rows] : [snapshot, ...rows]
    if (epoch === undefined || items.length === 0) return
    const { isStored } = await store.remote(doc, items, { epoch, joins: true, authors })
    // It was let go while these were on their way: it stays behind, and is asked for from the start.
    if (!isStored) return void asked.delete(doc)
    await parts.pulled(doc, rows.at(-1)?.at ?? null)
  }

  const heldSeq = (head: Head | null): number =>
    head !== null && head.epoch === link.welcome()?.epoch ? head.seq : 0

  // Those on a channel stay noted: it may be lost before their rows came.
  const waiting = (): DocName[] =>
    [...behind].filter((doc) => !parts.isLive(doc) && parts.wants(doc))
  const next = (): DocName[] => {
    const newestFirst = waiting().reverse()
    const open = newestFirst.filter((doc) => parts.isOpen(doc))
    return [...new Set([...open, ...newestFirst])].slice(0, batchOf)
  }

  /** False when the socket was lost. */
  const pullSome = async (docs: readonly DocName[]): Promise<boolean> => {
    asked = new Set(docs)
    const wanted: (readonly [DocName, number])[] = []
    for (const doc of docs) {
      const head = await store.head(doc)
      if (heldSeq(head) < (head?.known ?? 0)) wanted.push([doc, heldSeq(head)])
    }
    if ((await questions.pull(wanted, keep)) === 'lost') return false
    // Whatever was answered is settled; what the relay does not give is asked for after its next change.
    for (const doc of asked) behind.delete(doc)
    parts.progressed()
    return true
  }

  const run = async (): Promise<void> => {
    running = true
    try {
      for (let docs = next(); docs.length > 0; docs = next()) if (!(await pullSome(docs))) return
    } catch (fault) {
      console.error('rows could not be stored on this device', fault)
    } finally {
      running = false
    }
  }
  const resume = (): void => {
    if (!running && link.state() === 'ready') void run()
  }

  const fillLive = async (): Promise<void> => {
    for (const doc of [...behind].filter((one) => parts.isLive(one))) {
      const head = await store.head(doc)
      if (heldSeq(head) < (head?.known ?? 0)) pulling.fill(doc)
      else behind.delete(doc)
    }
  }

  const fillLater = (): void => {
    isFillingLater = true
    parts.after(byChannelMs, () => {
      isFillingLater = false
      fillLive().catch((fault: unknown) =>
        console.error('what is still to fetch could not be read', fault),
      )
    })
  }

  const pulling: Pulling = {
    async takeOver() {
      try {
        for (const { doc, seq, known } of await store.heads()) if (seq < known) behind.add(doc)
        parts.progressed()
        resume()
      } catch (fault) {
        console.error('what is still to fetch could not be read', fault)
      }
    },
    announced(docs) {
      for (const doc of docs) {
        asked.delete(doc)
        behind.delete(doc)
        behind.add(doc)
      }
      parts.progressed()
      resume()
      if (!isFillingLater && docs.some((doc) => parts.isLive(doc))) fillLater()
    },
    letGo(docs) {
      for (const doc of docs) behind.add(doc)
      parts.progressed()
    },
    isAsking: (doc) => filling.has(doc) || (running && asked.has(doc)),
    fill(doc) {
      if (filling.has(doc)) return
      filling.add(doc)
      void (async () => {
        try {
          await questions.pull([[doc, heldSeq(await store.head(doc))]], keep)
        } catch (fault) {
          console.error(`missing rows of ${doc} could not be stored`, fault)
        } finally {
          filling.delete(doc)
        }
      })()
    },
    left: () => waiting().length,
    resume,
  }
  return pulling
}
