/** Whether a brief says something else now than when it was submitted or accepted, by the hash the record holds. */
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { wholeContentHash } from '#shared/documents/snapshot.ts'
import type { FlowStep } from '#shared/records/brief-flow.ts'

/** Hashing a brief of 500 products takes some milliseconds: not with every letter. */
const quietMs = 400

export function followChanged(
  doc: Accessor<Y.Doc>,
  step: Accessor<FlowStep | null>,
): Accessor<boolean> {
  const [changed, setChanged] = createSignal(false)
  createEffect(() => {
    const [now, hash] = [doc(), step()?.contentHash ?? null]
    if (hash === null) return void setChanged(false)
    const look = (): void => void setChanged(wholeContentHash(now) !== hash)
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, quietMs)
    }
    look()
    now.on('update', later)
    onCleanup(() => {
      now.off('update', later)
      clearTimeout(timer)
    })
  })
  return changed
}
