/** A part of a page under a hairline: title, and a short note beside it. */
import { createUniqueId, Show, type JSX } from 'solid-js'
import './layout.css'

export interface SectionProps {
  readonly title: string
  readonly note?: string | undefined
  readonly children: JSX.Element
}

export function Section(props: SectionProps) {
  const titleId = createUniqueId()
  return (
    <section class="ui-section" aria-labelledby={titleId}>
      <header class="ui-section-head">
        <h2 id={titleId}>{props.title}</h2>
        <Show when={props.note}>
          <span class="ui-section-note">{props.note}</span>
        </Show>
      </header>
      {props.children}
    </section>
  )
}
