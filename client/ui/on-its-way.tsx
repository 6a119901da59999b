/** Something that takes effect once it is sent: said quietly while it goes out, and to be minded once the browser is offline or it takes long. */
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { Banner } from './banner.tsx'

/** A round trip to the other side of the world and back, some times over. */
const longMs = 5_000

export interface OnItsWayProps {
  /** While it may arrive at any moment. */
  readonly soon: string
  /** What it waits for. */
  readonly late: string
}

export function OnItsWay(props: OnItsWayProps) {
  const [isLate, setLate] = createSignal(!navigator.onLine)
  onMount(() => {
    const isNow = (): void => void setLate(true)
    const timer = setTimeout(isNow, longMs)
    window.addEventListener('offline', isNow)
    onCleanup(() => {
      clearTimeout(timer)
      window.removeEventListener('offline', isNow)
    })
  })
  return (
    <Show when={isLate()} fallback={<Banner>{props.soon}</Banner>}>
      <Banner tone="warn">{props.late}</Banner>
    </Show>
  )
}
