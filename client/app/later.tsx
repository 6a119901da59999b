/**
 * A part of the app that comes after the first screen. Unlike Solid's `lazy` it suspends nothing: a navigation that waits
 * for one part while another arrives was seen to stay where it was for ever. A part that cannot be fetched throws where it
 * would stand, for the page's ErrorBoundary.
 */
import {
  createMemo,
  createSignal,
  getOwner,
  runWithOwner,
  untrack,
  type Accessor,
  type JSX,
} from 'solid-js'

type Part<Props> = (props: Props) => JSX.Element

type Arrival<Props> =
  | { readonly kind: 'coming' }
  | { readonly kind: 'here'; readonly part: Part<Props> }
  | { readonly kind: 'missing'; readonly fault: unknown }

export interface Later<Props> {
  (props: Props): JSX.Element
  /** Fetches it while all is well. */
  preload(): void
}

export function later<Props>(load: () => Promise<Part<Props>>): Later<Props> {
  const [arrival, setArrival] = createSignal<Arrival<Props>>({ kind: 'coming' })
  let begun = false
  const preload = (): void => {
    if (begun) return
    begun = true
    load().then(
      (part) => setArrival({ kind: 'here', part }),
      (fault: unknown) => setArrival({ kind: 'missing', fault }),
    )
  }
  const Standing = (props: Props): JSX.Element => {
    preload()
    const shown = createMemo(() => {
      const now = arrival()
      if (now.kind === 'missing') throw now.fault
      return now.kind === 'here' ? untrack(() => now.part(props)) : null
    })
    return <>{shown()}</>
  }
  return Object.assign(Standing, { preload })
}

/** Something that follows for the calling view, once its code is here; null until then, and where it cannot be fetched. */
export function followLater<T>(load: () => Promise<() => T>): Accessor<T | null> {
  const owner = getOwner()
  const [followed, setFollowed] = createSignal<T | null>(null)
  load().then(
    (begin) => setFollowed(() => runWithOwner(owner, begin) ?? null),
    (fault: unknown) => console.error('a part of the app could not be fetched', fault),
  )
  return followed
}
