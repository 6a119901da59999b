/**
 * The documents that are open in this tab, each once however many parts of the screen show it, and the way of the
 * relay's channel messages to them.
 */
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import type { Denial } from './channel.ts'
import type { HeldInMemory } from './export-device.ts'
import type { DocumentParts, ShownDocument } from './document.ts'
import type { RelayMessage } from './messages.ts'

/** A document as a screen holds it. Close it once. */
export interface OpenDocument {
  readonly name: DocName
  /** Another Y.Doc after a refusal made the device start over: listen to `onRebuilt`. */
  doc(): Y.Doc
  awareness(): Awareness
  /** Everything this device has of it is in the Y.Doc. Never waits for the relay. */
  readonly whenLoaded: Promise<void>
  /** Writes now what is gathered; true when all of it is on the device. */
  whenStored(): Promise<boolean>
  /** What only memory holds while the disk refuses, as a Yjs update to save as a file. */
  unstored(): Uint8Array | null
  canWrite(): boolean
  /** Why the relay does not open it here; `status.subscribe` tells of a change. What is on the device stays readable. */
  denied(): Denial | null
  onRebuilt(listener: (doc: Y.Doc) => void): () => void
  close(): Promise<void>
}

export interface Documents {
  open(name: DocName): OpenDocument
  get(name: DocName): ShownDocument | null
  names(): DocName[]
  isLive(name: DocName): boolean
  receive(message: RelayMessage): void
  /** The link is ready for documents. */
  askAll(): void
  /** An answer to `open` may not come: those still waiting ask at the next `askAll`. */
  askAgain(): void
  /** Writes what is gathered; true when all of it is on the device. */
  storeAll(): Promise<boolean>
  /** Every open document as this page has it. */
  inMemory(): readonly HeldInMemory[]
  closeAll(): Promise<void>
}

/** A disk that took nothing may have room again. */
const againMs = 3_000

let createShown: ((name: DocName, parts: DocumentParts) => ShownDocument) | null = null

/** What an open document is made of comes after the first screen; to be awaited before the first `open`. */
export async function readyDocuments(): Promise<void> {
  createShown ??= (await import('./document.ts')).createShownDocument
}

export function createDocuments(parts: DocumentParts): Documents {
  const all = new Map<DocName, { live: ShownDocument; users: number }>()

  const close = async (name: DocName): Promise<void> => {
    const entry = all.get(name)
    if (entry === undefined) return
    entry.users -= 1
    if (entry.users > 0) return
    const isOpenAgain = (): boolean => entry.users > 0 || all.get(name) !== entry
    // With a full disk it stays, unseen, for as long as memory alone holds something of it.
    while (!(await entry.live.whenStored())) {
      await new Promise<void>((resolve) => void parts.environment.after(againMs, resolve))
      if (isOpenAgain()) return
    }
    // Somebody may have opened it again while it was being written.
    if (isOpenAgain()) return
    all.delete(name)
    await entry.live.close()
  }

  const named = (name: string): ShownDocument | null => {
    for (const { live } of all.values()) if (live.name === name) return live
    return null
  }
  const onNumber = (number: number): ShownDocument | null => {
    for (const { live } of all.values()) if (live.channel.number() === number) return live
    return null
  }

  return {
    open(name) {
      if (createShown === null) throw new Error(`${name} was opened before documents were ready`)
      const entry = all.get(name) ?? { live: createShown(name, parts), users: 0 }
      entry.users += 1
      all.set(name, entry)
      const { live } = entry
      let held = true
      return {
        name,
        doc: () => live.doc(),
        awareness: () => live.awareness(),
        whenLoaded: live.whenLoaded,
        whenStored: () => live.whenStored(),
        unstored: () => live.unstored(),
        canWrite: () => live.channel.canWrite(),
        denied: () => live.channel.denied(),
        onRebuilt: (listener) => live.onRebuilt(listener),
        async close() {
          if (!held) return
          held = false
          await close(name)
        },
      }
    },
    get: (name) => all.get(name)?.live ?? null,
    names: () => [...all.keys()],
    isLive: (name) => all.get(name)?.live.channel.isLive() ?? false,
    receive(message) {
      if (message.kind === 'opened') named(message.opened.doc)?.channel.onOpened(message.opened)
      else if (message.kind === 'denied')
        named(message.denied.doc)?.channel.onDenied(message.denied)
      else if ('channel' in message) onNumber(message.channel)?.onChannelMessage(message)
    },
    askAll() {
      for (const { live } of all.values()) live.channel.ask()
    },
    askAgain() {
      for (const { live } of all.values()) live.channel.forgetAsking()
    },
    async storeAll() {
      const stored = await Promise.all([...all.values()].map(({ live }) => live.whenStored()))
      return stored.every((one) => one)
    },
    inMemory: () =>
      [...all.values()].map(({ live }) => ({
        name: live.name,
        bytes: live.encoded(),
      })),
    async closeAll() {
      await Promise.all([...all.values()].map(({ live }) => live.close()))
      all.clear()
    },
  }
}
