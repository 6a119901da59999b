/** A part of a page under a hairline: title, a short note beside it, an action at the end of its line. */
import { createUniqueId, Show, type JSX } from 'solid-js'
import './layout.css'

export interface SectionProps {
  readonly title: string
  readonly note?: string | undefined
  readonly action?: JSX.Element
  /** For links to it. */
  readonly id?: string | undefined
  readonly children: JSX.Element
}

export function Section(props: SectionProps) {
  const titleId = createUniqueId()
  return (
    <section class="ui-section" id={props.id} aria-labelledby={titleId}>
      <header class="ui-section-head">
        <h2 id={titleId}>{props.title}</h2>
        <Show when={props.note}>
          <span class="ui-section-note">{props.note}</span>
        </Show>
        <Show when={props.action}>
          {(action) => <div class="ui-section-action">{action()}</div>}
        </Show>
      </header>
      {props.children}
    </section>
  )
}
