/**
 * A part of the app that comes after the first screen. Unlike Solid's `lazy` it suspends nothing, so no navigation ever waits
 * for one: the router was seen to wait for ever for a part that was taken off the page while it was on its way. A part that
 * cannot be fetched throws where it would stand, for the page's ErrorBoundary, and is asked for again the next time.
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

/** `coming` stands in its place meanwhile. */
export function later<Props>(
  load: () => Promise<Part<Props>>,
  coming: () => JSX.Element = () => null,
): Later<Props> {
  const [arrival, setArrival] = createSignal<Arrival<Props>>({ kind: 'coming' })
  let isAsked = false
  const preload = (): void => {
    if (isAsked) return
    isAsked = true
    setArrival({ kind: 'coming' })
    load().then(
      (part) => setArrival({ kind: 'here', part }),
      (fault: unknown) => {
        isAsked = false
        setArrival({ kind: 'missing', fault })
      },
    )
  }
  const Standing = (props: Props): JSX.Element => {
    preload()
    const shown = createMemo(() => {
      const now = arrival()
      if (now.kind === 'missing') throw now.fault
      return untrack(() => (now.kind === 'here' ? now.part(props) : coming()))
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
