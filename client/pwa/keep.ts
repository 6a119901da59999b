/**
 * Whether the browser promised to keep what is on this device. It is asked once, after the first edit or when the app is
 * installed, never when a page opens; its answer is remembered, and the device's page may ask again.
 */
import { createSignal, type Accessor } from 'solid-js'

/** `unasked`: nobody asked yet. `unknown`: this browser has no such promise. */
export type Promised = 'unknown' | 'unasked' | 'kept' | 'not-kept'

export interface Room {
  /** Bytes used by this address, and how many the browser would give it. */
  readonly used: number
  readonly most: number
}

export interface Keep {
  readonly promised: Accessor<Promised>
  ask(): Promise<void>
  /** An edit was made here: asks once in the life of this device. */
  edited(): void
  room(): Promise<Room | null>
}

const askedKey = 'asterism.asked-to-keep'

export function createKeep(
  storage: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined,
  memory: Pick<Storage, 'getItem' | 'setItem'>,
): Keep {
  const [promised, setPromised] = createSignal<Promised>('unknown')
  const wasAsked = (): boolean => recall(memory) !== null
  const ask = async (): Promise<void> => {
    if (storage === undefined) return
    const kept = await storage.persist().catch(() => false)
    remember(memory, kept)
    setPromised(kept ? 'kept' : 'not-kept')
  }
  void storage?.persisted().then(
    (kept) => setPromised(kept ? 'kept' : wasAsked() ? 'not-kept' : 'unasked'),
    () => undefined,
  )
  let edited = false
  return {
    promised,
    ask,
    edited() {
      if (edited) return
      edited = true
      if (!wasAsked()) void ask()
    },
    async room() {
      const { usage, quota } = (await storage?.estimate().catch(() => undefined)) ?? {}
      return usage === undefined || quota === undefined ? null : { used: usage, most: quota }
    },
  }
}

function recall(memory: Pick<Storage, 'getItem'>): string | null {
  try {
    return memory.getItem(askedKey)
  } catch {
    return null
  }
}

function remember(memory: Pick<Storage, 'setItem'>, kept: boolean): void {
  try {
    memory.setItem(askedKey, kept ? 'kept' : 'not-kept')
  } catch {
    // A full disk: it will be asked again.
  }
}
