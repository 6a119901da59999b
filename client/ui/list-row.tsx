/** One thing in a list: its title, a pill, and a line of small notes; a link to its page. */
import { For, Show, type JSX } from 'solid-js'
import './shell.css'

export interface ListRowProps {
  readonly href: string
  readonly title: string
  /** The title is a stand-in such as `未命名需求单`. */
  readonly unnamed?: boolean | undefined
  /** A small sign before the pill. */
  readonly mark?: JSX.Element
  readonly pill?: JSX.Element
  /** The first may be cut at its end, the others are always whole. */
  readonly notes: readonly string[]
  /** At the end of the notes' line, below each other in a list: a day, an amount. */
  readonly end?: string | undefined
  readonly current?: boolean | undefined
  /** -1 in a list where another link is the tab stop. */
  readonly tabIndex?: 0 | -1 | undefined
}

export function ListRow(props: ListRowProps) {
  return (
    <a
      class="ui-list-row"
      href={props.href}
      tabIndex={props.tabIndex}
      aria-current={props.current ? 'page' : undefined}
    >
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
          <span class="ui-list-row-end">{props.end}</span>
        </Show>
      </span>
    </a>
  )
}
