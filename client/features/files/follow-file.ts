/** Where a file is and its small picture, for as long as a view shows it. What is not here is asked for again, ever more seldom. */
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import type { FileState, ReplicaFiles, ThumbRefusal } from '#client/replica/files/replica-files.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'

export interface FollowedFile {
  readonly state: Accessor<FileState>
  /** The address of its small picture; undefined while there is none. */
  readonly picture: Accessor<string | undefined>
  /** Why there is nothing to see; null while that is not known. */
  readonly refusal: Accessor<ThumbRefusal | null>
  readonly isFetching: Accessor<boolean>
}

const waitsMs = [5_000, 10_000, 20_000, 40_000, 60_000]

export interface FollowOptions {
  readonly files: ReplicaFiles
  readonly doc: DocName
  readonly id: Accessor<FileId>
  /** Whether a small picture can be made of it; of others only where they are is asked. */
  readonly isPicture: Accessor<boolean>
}

export function followFile({ files, doc, id, isPicture }: FollowOptions): FollowedFile {
  const [state, setState] = createSignal<FileState>(files.state(id(), doc), { equals: sameState })
  const [picture, setPicture] = createSignal<string>()
  const [refusal, setRefusal] = createSignal<ThumbRefusal | null>(null)
  const [isFetching, setFetching] = createSignal(false)
  const see = (): void => void setState(files.state(id(), doc))
  onCleanup(files.subscribe(see))

  createEffect(
    on([id, isPicture], ([now, drawn]) => {
      let isGone = false
      let tries = 0
      let timer: ReturnType<typeof setTimeout> | undefined
      let address: string | undefined
      setPicture(undefined)
      setRefusal(null)
      see()
      const look = async (): Promise<void> => {
        setFetching(true)
        const got = drawn ? await files.thumb(now, doc) : await files.fetch(now, doc)
        if (isGone) return
        setFetching(false)
        if (got.ok) {
          if (drawn) setPicture((address = URL.createObjectURL(got.value)))
          return void setRefusal(null)
        }
        setRefusal(got.refusal)
        if (got.refusal === 'not-a-picture') return
        timer = setTimeout(again, waitsMs[Math.min(tries, waitsMs.length - 1)])
        tries += 1
      }
      const again = (): void => void look().catch((fault: unknown) => console.error(fault))
      // Others than pictures come when somebody asks for them.
      if (drawn) again()
      onCleanup(() => {
        isGone = true
        clearTimeout(timer)
        if (address !== undefined) URL.revokeObjectURL(address)
      })
    }),
  )
  return { state, picture, refusal, isFetching }
}

const sameState = (a: FileState, b: FileState): boolean =>
  a.kind === b.kind && (a.kind !== 'refused' || b.kind !== 'refused' || a.reason === b.reason)
