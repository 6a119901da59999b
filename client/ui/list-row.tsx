/** One thing in a list: its title, a pill, and a line of small notes; a link to its page. */
import { For, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Tone } from './toasts.ts'
import './shell.css'

export interface ListRowProps {
  /** Null for a line that leads nowhere. */
  readonly href: string | null
  readonly title: string
  /** The title is a stand-in such as `未命名需求单`. */
  readonly unnamed?: boolean | undefined
  /** Before the title, as high as the row: whose it is. */
  readonly lead?: JSX.Element
  /** A small sign before the pill. */
  readonly mark?: JSX.Element
  readonly pill?: JSX.Element
  /** The first may be cut at its end, the others are always whole. */
  readonly notes: readonly string[]
  /** At the end of the notes' line, below each other in a list: a day, an amount. */
  readonly end?: string | undefined
  /** Of the end: late, or soon; its words say so, too. */
  readonly endTone?: Tone | undefined
  readonly current?: boolean | undefined
  /** -1 in a list where another link is the tab stop. */
  readonly tabIndex?: 0 | -1 | undefined
}

export function ListRow(props: ListRowProps) {
  return (
    <Dynamic
      component={props.href === null ? 'div' : 'a'}
      class="ui-list-row"
      href={props.href ?? undefined}
      tabIndex={props.tabIndex}
      aria-current={props.current ? 'page' : undefined}
      data-lead={props.lead ? '' : undefined}
    >
      <Show when={props.lead}>{(lead) => <span class="ui-list-row-lead">{lead()}</span>}</Show>
      <span class="ui-list-row-title" data-empty={props.unnamed ? '' : undefined}>
        {props.title}
      </span>
      <span class="ui-list-row-signs">
        {props.mark}
        {props.pill}
      </span>
      <span class="ui-list-row-notes">
        <For each={props.notes}>{(note) => <span>{note}</span>}</For>
        <Show when={props.end}>
          <span class="ui-list-row-end" data-tone={props.endTone}>
            {props.end}
          </span>
        </Show>
      </span>
    </Dynamic>
  )
}
