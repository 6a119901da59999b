/** What time it is for somebody, and whether they are at work, awake or asleep: 当地 03:12，睡着. Moves with the minute. */
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Tone } from '#client/ui/toasts.ts'
import { theirTime, type Presence, type WorkingHours } from '#shared/domain/people/their-time.ts'
import { personWords } from './person-words.ts'

const tones: Readonly<Record<Presence, Tone>> = { working: 'ok', awake: 'info', asleep: 'neutral' }
const tickMs = 20_000

export interface TheirTimeProps {
  readonly hours: WorkingHours | null
  readonly now: () => number
}

export function TheirTime(props: TheirTimeProps) {
  const words = useWords(personWords)
  const [now, setNow] = createSignal(props.now())
  onMount(() => {
    const timer = setInterval(() => setNow(props.now()), tickMs)
    onCleanup(() => clearInterval(timer))
  })
  const time = () => (props.hours === null ? null : theirTime(props.hours, now()))
  return (
    <Show when={time()} fallback={<Text kind="small">{words().noTime}</Text>}>
      {(there) => (
        <StatusPill tone={tones[there().presence]}>
          {words().theirTime(there().clock, words().presence[there().presence])}
        </StatusPill>
      )}
    </Show>
  )
}
