/** Beside the stage: when it is due, and whether that is soon or past. Moves with the minute. */
import { createSignal, onCleanup } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { dueTones } from '#client/features/tasks/say-due.ts'
import { latenessOf, type StageDue } from '#shared/domain/tasks/lateness.ts'
import { planWords } from './plan-words.ts'
import { moment } from './say-plan.ts'

export interface DueMarkProps {
  readonly due: StageDue
  readonly now: () => number
}

const tickMs = 60_000

export function DueMark(props: DueMarkProps) {
  const words = useWords(planWords)
  const [now, setNow] = createSignal(props.now())
  const timer = setInterval(() => setNow(props.now()), tickMs)
  onCleanup(() => clearInterval(timer))
  const lateness = () => latenessOf(props.due, now())
  return (
    <StatusPill tone={dueTones[lateness()] ?? 'neutral'}>
      {words().mark[lateness()](moment(props.due.dueAt))}
    </StatusPill>
  )
}
