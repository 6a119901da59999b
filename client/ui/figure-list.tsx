/** Figures below each other, as one chart; its children are FigureLines. `legend` says what the lengths of a bar mean. */
import { For, Show, type JSX } from 'solid-js'
import './figures.css'

export type BarPart = 'reach' | 'share' | 'part'

export function FigureList(props: {
  readonly legend?: readonly { readonly part: BarPart; readonly label: string }[] | undefined
  readonly children: JSX.Element
}) {
  return (
    <>
      <Show when={props.legend}>
        {(legend) => (
          <p class="ui-figure-legend">
            <For each={legend()}>
              {({ part, label }) => (
                <span>
                  <i data-part={part} aria-hidden="true" />
                  {label}
                </span>
              )}
            </For>
          </p>
        )}
      </Show>
      <div class="ui-figures">{props.children}</div>
    </>
  )
}
