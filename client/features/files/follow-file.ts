/**
 * Where a file is and its small picture, for as long as a view shows it. What is not here is asked for again ever more seldom,
 * at random moments so that an office does not ask at once, and sooner when the relay is reached again or its document got rows.
 */
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

const firstWaitMs = 5_000
const longestWaitMs = 300_000
const leastWaitMs = 1_000
/** A colleague who types sends rows all the time. */
const betweenNewsMs = 30_000

export interface FollowOptions {
  readonly files: ReplicaFiles
  readonly doc: DocName
  readonly id: Accessor<FileId>
  /** Whether a small picture can be made of it; of others only where they are is asked. */
  readonly isPicture: Accessor<boolean>
  /** From 0 to 1; Math.random where nothing is said. */
  readonly chance?: (() => number) | undefined
}

export function followFile({
  files,
  doc,
  id,
  isPicture,
  chance = Math.random,
}: FollowOptions): FollowedFile {
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
      let [askedAt, dueAt] = [0, 0]
      let address: string | undefined
      setPicture(undefined)
      setRefusal(null)
      see()
      const look = async (): Promise<void> => {
        timer = undefined
        askedAt = Date.now()
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
        askIn(waitMs(tries, chance))
        tries += 1
      }
      const askIn = (ms: number): void => {
        clearTimeout(timer)
        dueAt = Date.now() + ms
        timer = setTimeout(again, ms)
      }
      const again = (): void => void look().catch((fault: unknown) => console.error(fault))
      // Others than pictures come when somebody asks for them.
      if (drawn) again()
      onCleanup(
        files.onNews(doc, (news) => {
          if (timer === undefined) return
          if (news === 'rows' && Date.now() - askedAt < betweenNewsMs) return
          if (news === 'reached') tries = 0
          askIn(Math.min(waitMs(0, chance), dueAt - Date.now()))
        }),
      )
      onCleanup(() => {
        isGone = true
        clearTimeout(timer)
        if (address !== undefined) URL.revokeObjectURL(address)
      })
    }),
  )
  return { state, picture, refusal, isFetching }
}

const waitMs = (tries: number, chance: () => number): number =>
  Math.max(leastWaitMs, chance() * Math.min(longestWaitMs, firstWaitMs * 2 ** tries))

const sameState = (a: FileState, b: FileState): boolean =>
  a.kind === b.kind && (a.kind !== 'refused' || b.kind !== 'refused' || a.reason === b.reason)
