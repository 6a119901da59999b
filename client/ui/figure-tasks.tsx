/** What a figure is made of, as links: a few at once, more when they are asked for. */
import { createSignal, For, Show } from 'solid-js'
import { Button } from './button.tsx'
import './figures.css'

export interface FigureLink {
  readonly href: string
  readonly label: string
}

/** As many as one screen reads. */
const atOnce = 24

export function FigureTasks(props: {
  readonly label: string
  readonly links: readonly FigureLink[]
  /** On the button that shows more: how many are left. */
  readonly more: (left: number) => string
}) {
  const [most, setMost] = createSignal(atOnce)
  return (
    <>
      <ul class="ui-figure-tasks" role="list" aria-label={props.label}>
        <For each={props.links.slice(0, most())}>
          {({ href, label }) => (
            <li>
              <a href={href} title={label}>
                {label}
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.links.length > most()}>
        <Button kind="quiet" onClick={() => setMost((now) => now + 4 * atOnce)}>
          {props.more(props.links.length - most())}
        </Button>
      </Show>
    </>
  )
}
