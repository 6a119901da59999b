/**
 * What this tab does about what another tab of the device wrote, and about what a page left as it ended: takes it up, says
 * where it is, and sends it should that tab be gone. Left out: the messages (tab-messages.ts).
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { Documents } from './documents.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { Index } from './index-rows.ts'
import type { Pulling } from './pulling.ts'
import type { Status } from './status.ts'
import type { Store, Waiting } from './store.ts'

/** A disk that took nothing may have room again. */
const leftAgainMs = 3_000
/** Rows of another tab that still wait after so long are pushed here, too: the tab may be gone. */
const othersRowsMs = 3_000

export interface OtherTabsParts {
  readonly environment: DeviceEnvironment
  readonly store: Store
  readonly status: Status
  readonly documents: Pick<Documents, 'get'>
  readonly index: Pick<Index<unknown>, 'reread' | 'has' | 'isHere' | 'touch' | 'start' | 'list'>
  readonly pulling: Pick<Pulling, 'letGo'>
  /** A document changed on disk. */
  changed(name: DocName): void
  /** There is work for the tab that leads. */
  askLead(): void
  tell(name: DocName): void
  isClosed(): boolean
}

export interface OtherTabs {
  stored(name: DocName, wasRefused: boolean): Promise<void>
  storedMany(): Promise<void>
  /** Rows of the list were made anew, or documents let go. */
  listed(names: readonly DocName[]): Promise<void>
  /** Takes up what pages left. */
  takeLeft(): Promise<void>
}

export function createOtherTabs(parts: OtherTabsParts): OtherTabs {
  const { environment, store, status, documents, index } = parts
  const leadUnless = (isSent: () => boolean): void =>
    void environment.after(othersRowsMs, () => {
      if (!parts.isClosed() && !isSent()) parts.askLead()
    })
  const otherTabs: OtherTabs = {
    async stored(name, wasRefused) {
      if (parts.isClosed()) return
      if (wasRefused) await documents.get(name)?.rebuild(async () => undefined)
      else await documents.get(name)?.catchUp('tab')
      status.note(name, await store.standing(name))
      parts.changed(name)
      await index.reread(name)
      leadUnless(() => status.of(name).waiting === 0)
    },
    async storedMany() {
      if (parts.isClosed()) return
      status.noteWaiting(await store.outbox())
      await index.start()
      for (const { name } of index.list()) await documents.get(name)?.catchUp('tab')
      leadUnless(() => status.overall().waiting === 0)
    },
    async listed(names) {
      if (parts.isClosed()) return
      for (const name of names) await index.reread(name)
      // What is in no list any more was withdrawn.
      parts.pulling.letGo(names.filter((name) => index.has(name) && !index.isHere(name)))
    },
    async takeLeft() {
      if (parts.isClosed() || status.storage() === 'lost') return
      const waiting = await store.takeLeft().catch((fault: unknown) => {
        // A full disk, perhaps: it stays where it is until there is room, or for the next page.
        console.error('what a page left could not be taken up', fault)
        environment.after(leftAgainMs, () => void otherTabs.takeLeft())
        return new Map<DocName, Waiting>()
      })
      status.noteWaiting(waiting)
      for (const name of waiting.keys()) {
        await documents.get(name)?.catchUp('tab')
        index.touch(name, null)
        parts.tell(name)
      }
      if (waiting.size > 0) parts.askLead()
    },
  }
  return otherTabs
}
