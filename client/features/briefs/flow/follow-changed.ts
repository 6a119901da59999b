/**
 * Whether a brief says something else now than when it was submitted or accepted: by the hash the record holds, and where that
 * differs by what is to be read, since the same text may have come about in another way (a restored moment, a row put back).
 */
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { wholeContentHash } from '#shared/documents/snapshot.ts'
import type { FlowStep } from '#shared/records/brief-flow.ts'
import type { FlowCalls } from './flow-calls.ts'

/** Hashing a brief of 500 products takes some milliseconds: not with every letter. */
const quietMs = 400

export function followChanged(
  doc: Accessor<Y.Doc>,
  step: Accessor<FlowStep | null>,
  snapshot: FlowCalls['snapshot'],
): Accessor<boolean> {
  const [changed, setChanged] = createSignal(false)
  createEffect(() => {
    const [now, since] = [doc(), step()]
    const hash = since?.contentHash ?? null
    if (since === null || hash === null) return void setChanged(false)
    let timer: ReturnType<typeof setTimeout> | undefined
    let then: Promise<Y.Doc | null> | null = null
    let isOver = false
    const reads = async (): Promise<boolean> => {
      then ??= snapshot(since)
      const [version, { compareWithNow }] = await Promise.all([
        then,
        import('#client/features/briefs/history/compare-with-now.ts'),
      ])
      // Without that version the hash alone has to do.
      return version === null || isOver || compareWithNow(version, now).differences > 0
    }
    const look = (): void => {
      if (wholeContentHash(now) === hash) return void setChanged(false)
      reads().then(
        (differs) => void (isOver || setChanged(differs)),
        (fault: unknown) => {
          console.error('the version of that moment could not be read', fault)
          if (!isOver) setChanged(true)
        },
      )
    }
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, quietMs)
    }
    look()
    now.on('update', later)
    onCleanup(() => {
      isOver = true
      now.off('update', later)
      clearTimeout(timer)
      void then?.then((version) => version?.destroy())
    })
  })
  return changed
}
