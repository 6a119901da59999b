/**
 * Takes off this device what its member may not read any more: a grant was ended or ran out, a member became a guest, or
 * went outside. Goes by the standing alone, so it is the same after a crash, after a year away and without a network. Work
 * the relay does not have stays (Store.withdraw). Loaded when somebody outside is first here. Left out: knowing (rights.ts).
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { DocumentKind } from '#shared/lib/document-kinds.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { Documents } from './documents.ts'
import type { ShownDocument } from './document.ts'
import type { Identity } from './identity.ts'
import type { Rights } from './rights.ts'
import { cursorNote, type Store } from './store.ts'

/** Documents in one transaction; the disk is others' in between. */
const atOnce = 20

export interface WithdrawingParts {
  readonly store: Store
  readonly identity: Pick<Identity, 'device'>
  readonly rights: Pick<Rights, 'mayHold' | 'isInside' | 'subscribe'>
  readonly documents: Pick<Documents, 'get' | 'names' | 'askAll'>
  isClosed(): boolean
  /** Rows of the list and all else of these are gone. */
  withdrawn(names: readonly DocName[]): void
  /** The feed is to be read from its beginning: something may be read again. */
  askFeed(): void
}

export interface Withdrawing {
  /** Looks at everything here. Runs once at a time; asked for meanwhile, it runs again. */
  look(): Promise<void>
}

export function createWithdrawing(parts: WithdrawingParts): Withdrawing {
  const { store, identity, rights, documents } = parts
  /** Open ones that were begun anew without what was taken from them. */
  const emptied = new WeakSet<ShownDocument>()
  let running: Promise<void> | null = null
  let again = false

  const isGone = (doc: DocName): boolean => !rights.mayHold(doc)
  /** The right may have come back while others were dealt with. */
  const take = async (docs: readonly DocName[]): Promise<void> => {
    const gone = docs.filter(isGone)
    if (gone.length > 0) await store.withdraw(gone, identity.device)
  }

  const lookOnce = async (): Promise<void> => {
    if (parts.isClosed()) return
    const named = await store.named()
    const here = [...named].flatMap(([doc, is]) => (is === 'here' && isGone(doc) ? [doc] : []))
    const open = documents.names().filter(isGone)
    for (const doc of open) {
      const live = documents.get(doc)
      if (live === null || (emptied.has(live) && !here.includes(doc))) continue
      await live.rebuild(() => take([doc]))
      emptied.add(live)
    }
    const closed = here.filter((doc) => !open.includes(doc))
    for (let from = 0; from < closed.length; from += atOnce)
      await take(closed.slice(from, from + atOnce))
    for (const doc of documents.names()) {
      const live = documents.get(doc)
      if (live !== null && !isGone(doc) && emptied.delete(live)) live.channel.ask()
    }
    const gone = [...new Set([...here, ...open])].filter(isGone)
    if (gone.length > 0) parts.withdrawn(gone)
    await bringBack(named)
  }

  /** A clock that was wrong, or a right given anew: the cursor of the feed may be past it. */
  const bringBack = async (named: ReadonlyMap<DocName, 'here' | 'withdrawn'>): Promise<void> => {
    const begun: DocumentKind = 'brief'
    const isBack = [...named].some(
      ([doc, is]) => is === 'withdrawn' && kindOf(doc) === begun && !isGone(doc),
    )
    if (!isBack || parts.isClosed()) return
    await store.putNote(cursorNote, null)
    parts.askFeed()
  }

  const run = async (): Promise<void> => {
    try {
      do {
        again = false
        await lookOnce()
      } while (again)
    } catch (fault) {
      // The store goes while its code is still being fetched; the next start looks again.
      if (!parts.isClosed())
        console.error('what may not be read any more could not be taken off this device', fault)
    } finally {
      running = null
    }
  }
  return {
    look() {
      again = true
      return (running ??= run())
    },
  }
}
