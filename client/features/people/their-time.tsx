/** What time it is for somebody, and whether they are at work, awake or asleep: 当地 03:12，睡着. Moves with the minute. */
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { formatDateTime, formatTime } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Tone } from '#client/ui/toasts.ts'
import type { WorkingHours } from '#shared/domain/people/profile.ts'
import {
  theirTime,
  type Presence,
  type TheirTime as There,
} from '#shared/domain/people/their-time.ts'
import { daysWords } from './days-words.ts'
import { personWords } from './person-words.ts'

const tones: Readonly<Record<Presence, Tone>> = { working: 'ok', awake: 'info', asleep: 'neutral' }
const tickMs = 20_000

export interface TheirTimeProps {
  readonly hours: WorkingHours | null
  readonly now: () => number
  /** Says also when they are at work again, here and there. */
  readonly full?: boolean
}

export function TheirTime(props: TheirTimeProps) {
  const words = useWords(personWords)
  const days = useWords(daysWords)
  const [now, setNow] = createSignal(props.now())
  onMount(() => {
    const timer = setInterval(() => setNow(props.now()), tickMs)
    onCleanup(() => clearInterval(timer))
  })
  const time = () => (props.hours === null ? null : theirTime(props.hours, now()))
  /** Why not today, and when next. */
  const again = ({ off, next }: There): string => {
    const zone = props.hours?.timeZone ?? undefined
    const why =
      off === null
        ? ''
        : off.kind === 'said'
          ? days().offNow.said
          : days().offNow.public(off.day[language()])
    if (next === null) return why
    const [there, here] = [formatDateTime(next, zone), formatDateTime(next)]
    // The day once, where it is the same.
    const time = formatTime(next)
    const short = there.slice(0, -time.length) === here.slice(0, -time.length) ? time : here
    return [why, there === here ? days().next(there) : days().nextBoth(there, short)]
      .filter((part) => part !== '')
      .join(' · ')
  }
  return (
    <Show when={time()} fallback={<Text kind="small">{words().noTime}</Text>}>
      {(there) => (
        <>
          <StatusPill tone={tones[there().presence]}>
            {words().theirTime(there().clock, words().presence[there().presence])}
          </StatusPill>
          <Show when={props.full && again(there())}>
            {(sentence) => <Text kind="small">{sentence()}</Text>}
          </Show>
        </>
      )}
    </Show>
  )
}
