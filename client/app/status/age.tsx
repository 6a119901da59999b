/** How long the oldest unsent change has waited, moving on by itself and repainting nothing else. */
import { createSignal, onCleanup, Show } from 'solid-js'
import { formatRelative } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { appWords } from '#client/app/words.ts'

/** Ages are told in minutes and more. */
const tickMs = 15_000
const toldFromMs = 60_000

export interface AgeProps {
  /** Device time, ms. */
  readonly since: number
  readonly now: () => number
}

export function Age(props: AgeProps) {
  const words = useWords(appWords)
  const [now, setNow] = createSignal(props.now())
  const timer = setInterval(() => setNow(props.now()), tickMs)
  onCleanup(() => clearInterval(timer))
  // Older than told while the clock was put back: nothing is said rather than a time to come.
  return (
    <Show when={now() - props.since >= toldFromMs}>
      {words().oldest(formatRelative(props.since, now()))}
    </Show>
  )
}
