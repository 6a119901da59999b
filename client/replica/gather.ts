/**
 * Gathers a document's local updates for 50 ms and writes them as one edit, one write at a time. A write that fails gives
 * its bytes back and is tried again; nothing leaves memory before the disk said it has it.
 */
import * as Y from 'yjs'
import type { DeviceEnvironment } from './environment.ts'
import { writeNote, type Said } from './notes.ts'

const gatherMs = 50
const againMs = 3_000

export type GatherState = 'empty' | 'saving' | 'failing'

export interface Gather {
  add(bytes: Uint8Array, said: Said): void
  /** Writes now what is gathered; true when all of it is on the device. */
  flush(): Promise<boolean>
  /** The page may end now: puts down what memory holds before anything is awaited, then writes as ever. */
  leave(): void
  state(): GatherState
  /** What only memory holds. */
  unstored(): Uint8Array | null
  stop(): void
}

export interface GatherTo {
  /** `left`: what `leave` answered for bytes among these. */
  write(bytes: Uint8Array, note: Uint8Array, at: number, left: readonly string[]): Promise<void>
  leave(bytes: Uint8Array, note: Uint8Array, at: number): string | null
}

export function createGather(
  environment: DeviceEnvironment,
  { write, leave }: GatherTo,
  changed: (state: GatherState) => void,
): Gather {
  let updates: Uint8Array[] = []
  let said: Said[] = []
  let writing: { bytes: Uint8Array; done: Promise<boolean> } | null = null
  let failing = false
  /** What was left of these bytes, and whether anything came since. */
  let left: string[] = []
  let isLeft = false
  let callOff: (() => void) | null = null

  const state = (): GatherState =>
    failing ? 'failing' : updates.length > 0 || writing !== null ? 'saving' : 'empty'

  const plan = (ms: number): void => {
    callOff ??= environment.after(ms, () => {
      callOff = null
      void flush()
    })
  }

  const flush = async (): Promise<boolean> => {
    while (writing !== null) await writing.done
    callOff?.()
    callOff = null
    if (updates.length === 0) return true
    const bytes =
      updates.length === 1 && updates[0] !== undefined ? updates[0] : Y.mergeUpdates(updates)
    const saidNow = said
    updates = []
    said = []
    const done = attempt(bytes, saidNow)
    writing = { bytes, done }
    return done
  }

  const attempt = async (bytes: Uint8Array, saidNow: Said[]): Promise<boolean> => {
    const at = environment.now()
    const leftNow = left
    left = []
    try {
      await write(bytes, writeNote(saidNow, at), at, leftNow)
      failing = false
    } catch (fault) {
      console.error('an edit could not be written to this device', fault)
      failing = true
      left.push(...leftNow)
      updates.unshift(bytes)
      said = [...saidNow, ...said]
      plan(againMs)
    }
    writing = null
    changed(state())
    return !failing
  }

  const unstored = (): Uint8Array | null => {
    const all = [...(writing === null ? [] : [writing.bytes]), ...updates]
    return all.length === 0 ? null : Y.mergeUpdates(all)
  }

  return {
    add(bytes, saidNow) {
      isLeft = false
      updates.push(bytes)
      said.push(saidNow)
      plan(gatherMs)
      changed(state())
    },
    flush,
    leave() {
      const bytes = unstored()
      const at = environment.now()
      // What is being written may not be finished either.
      const key = bytes === null || isLeft ? null : leave(bytes, writeNote(said, at), at)
      if (key !== null) {
        left.push(key)
        isLeft = true
      }
      void flush()
    },
    state,
    unstored,
    stop() {
      callOff?.()
      callOff = null
    },
  }
}
