/** The history as sittings under their days, each opening into its single changes; any of them leads to the brief as it was. */
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { dayOf, formatDate, formatDateTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import {
  doneBy,
  otherClock,
  stepsOf,
  type PastEntry,
  type Sitting,
} from '#shared/domain/briefs/history/sittings.ts'
import { sayDone } from './done-words.ts'
import { whoOf } from './who-of.ts'
import { historyWords } from './words.ts'
import './history.css'

export interface SittingListProps {
  readonly sittings: readonly Sitting[]
  /** A name to show for a member; empty for nobody known. */
  readonly nameOf: (member: string) => string
  readonly me: string
  readonly onPick: (entry: PastEntry) => void
}

export function SittingList(props: SittingListProps) {
  const days = createMemo(() => byDay(props.sittings))
  return (
    <div class="history" onKeyDown={moveInList}>
      <For each={days()}>
        {([day, sittings]) => (
          <section>
            <Show when={day !== ''}>
              <h3 class="history-day">{formatDate(day)}</h3>
            </Show>
            <ol>
              <For each={sittings}>{(sitting) => <SittingRow {...props} sitting={sitting} />}</For>
            </ol>
          </section>
        )}
      </For>
    </div>
  )
}

function SittingRow(props: SittingListProps & { readonly sitting: Sitting }) {
  const words = useWords(historyWords)
  const [open, setOpen] = createSignal(false)
  const steps = createMemo(() => stepsOf(props.sitting.entries))
  const last = (): PastEntry => props.sitting.entries.at(-1) ?? props.sitting.entries[0]
  return (
    <li>
      <div class="history-sitting">
        <button type="button" class="history-pick" onClick={() => props.onPick(last())}>
          <Avatar id={props.sitting.member ?? ''} name={whoOf(props.sitting.entries[0], props)} />
          <span class="history-who">{whoOf(props.sitting.entries[0], props)}</span>
          <Show when={props.sitting.to > 0}>
            <time class="history-time">{span(props.sitting)}</time>
          </Show>
          <span class="history-done">{sayDone(props.sitting.done, words())}</span>
          <Clock entry={last()} />
          <Show when={props.sitting.isWaiting}>
            <StatusPill tone="info">{words().waiting}</StatusPill>
          </Show>
        </button>
        <Show when={steps().length > 1}>
          <IconButton
            label={open() ? words().fold : words().unfold(steps().length)}
            aria-expanded={open()}
            onClick={() => setOpen(!open())}
          >
            <ChevronDown class="history-chevron" size={16} aria-hidden="true" />
          </IconButton>
        </Show>
      </div>
      <Show when={open()}>
        <ol class="history-changes">
          <For each={[...steps()].reverse()}>
            {(step) => (
              <li>
                <button
                  type="button"
                  class="history-change"
                  onClick={() => props.onPick(step.at(-1) ?? step[0])}
                >
                  <time class="history-time">{clockOf((step.at(-1) ?? step[0]).at)}</time>
                  <span>{sayDone(doneBy(step), words())}</span>
                </button>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </li>
  )
}

/** What the writer's clock said, where it is more than minutes from the relay's. */
function Clock(props: { readonly entry: PastEntry }) {
  const words = useWords(historyWords)
  return (
    <Show when={otherClock(props.entry)}>
      {(at) => (
        <span class="history-clock">
          {props.entry.isOwn
            ? words().ownSaidAt(formatDateTime(at()))
            : words().saidAt(formatDateTime(at()))}
        </span>
      )}
    </Show>
  )
}

/** `14:32`, or `14:10–14:32`. */
function span({ from, to }: Sitting): string {
  const [start, end] = [clockOf(from), clockOf(to)]
  return start === end || dayOf(from) !== dayOf(to) ? end : `${start}–${end}`
}

const clockOf = (at: number): string => (at === 0 ? '' : new Date(at).toTimeString().slice(0, 5))

function byDay(sittings: readonly Sitting[]): [string, Sitting[]][] {
  const days: [string, Sitting[]][] = []
  for (const sitting of sittings) {
    const day = sitting.to > 0 ? dayOf(sitting.to) : ''
    const last = days.at(-1)
    if (last?.[0] === day) last[1].push(sitting)
    else days.push([day, [sitting]])
  }
  return days
}

/** Up and Down go from moment to moment; Enter opens one. */
function moveInList(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const rows = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('.history-pick, .history-change'),
  ]
  const at = rows.findIndex((row) => row === document.activeElement)
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}
