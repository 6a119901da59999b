/**
 * A month as whole weeks under their weekdays: in each day its things as links, the first few and, by a press, all of them. A table,
 * so that screen readers say which weekday and day a link stands in.
 */
import { createSignal, For, Show } from 'solid-js'
import { Button } from './button.tsx'
import type { Tone } from './toasts.ts'
import './month-grid.css'
import './status.css'

export interface MonthItem {
  readonly id: string
  readonly label: string
  readonly href: string
  /** A dot before it; its words say so, too. */
  readonly tone?: Tone | undefined
}

export interface MonthDay {
  /** `2026-12-08`. */
  readonly day: string
  /** The day of the month. */
  readonly label: string
  /** The whole day, for screen readers. */
  readonly title: string
  readonly isOutside: boolean
  readonly isToday: boolean
  readonly items: readonly MonthItem[]
}

export interface MonthGridProps {
  readonly label: string
  /** Seven, the first day of the week first. */
  readonly weekdays: readonly string[]
  /** Whole weeks. */
  readonly days: readonly MonthDay[]
  /** What the button says that shows so many more. */
  readonly more: (count: number) => string
}

/** Shown of each day while nobody asked for all. */
const few = 3

export function MonthGrid(props: MonthGridProps) {
  const weeks = (): readonly (readonly MonthDay[])[] =>
    Array.from({ length: props.days.length / 7 }, (_, at) => props.days.slice(at * 7, at * 7 + 7))
  return (
    <table class="ui-month" aria-label={props.label}>
      <thead>
        <tr>
          <For each={props.weekdays}>{(name) => <th scope="col">{name}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={weeks()}>
          {(week) => (
            <tr>
              <For each={week}>{(day) => <DayCell day={day} more={props.more} />}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

function DayCell(props: { readonly day: MonthDay; readonly more: MonthGridProps['more'] }) {
  const [all, setAll] = createSignal(false)
  const hidden = (): number => (all() ? 0 : Math.max(0, props.day.items.length - few))
  return (
    <td
      data-outside={props.day.isOutside ? '' : undefined}
      data-today={props.day.isToday ? '' : undefined}
      aria-current={props.day.isToday ? 'date' : undefined}
    >
      <span class="ui-month-day" aria-hidden="true">
        {props.day.label}
      </span>
      <span class="ui-hidden-text">{props.day.title}</span>
      <ul class="ui-month-items" role="list">
        <For each={all() ? props.day.items : props.day.items.slice(0, few)}>
          {(item) => (
            <li>
              <Show when={item.tone}>
                {(tone) => <i class="ui-dot" data-tone={tone()} aria-hidden="true" />}
              </Show>
              <a href={item.href} title={item.label}>
                {item.label}
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={hidden() > 0}>
        <Button kind="quiet" onClick={() => setAll(true)}>
          {props.more(hidden())}
        </Button>
      </Show>
    </td>
  )
}
