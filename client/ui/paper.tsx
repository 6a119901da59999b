/** A page for a printer made of titled parts, shown in a dialog first: on paper it stands alone. */
import { For, Show } from 'solid-js'
import './print-sheet.css'

export interface PaperProps {
  /** BCP 47, of its headings. */
  readonly lang: string
  readonly title: string
  readonly facts: readonly string[]
  readonly parts: readonly {
    readonly title: string
    readonly lines: readonly string[]
    /** Numbered, because the order means something. */
    readonly ranked: boolean
  }[]
}

export function Paper(props: PaperProps) {
  return (
    <article class="ui-sheet" lang={props.lang}>
      <h3 dir="auto">{props.title}</h3>
      <p>{props.facts.join(' · ')}</p>
      <For each={props.parts}>
        {(part) => (
          <section class="ui-sheet-part">
            <h4>{part.title}</h4>
            <Show
              when={part.ranked}
              fallback={
                <ul>
                  <For each={part.lines}>{(line) => <li dir="auto">{line}</li>}</For>
                </ul>
              }
            >
              <ol>
                <For each={part.lines}>{(line) => <li dir="auto">{line}</li>}</For>
              </ol>
            </Show>
          </section>
        )}
      </For>
    </article>
  )
}
