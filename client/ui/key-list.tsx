/** What keys do, a line each. */
import { For } from 'solid-js'
import { KeyHint } from './key-hint.tsx'

export interface KeyLine {
  readonly label: string
  readonly keys: string
}

export function KeyList(props: { readonly lines: readonly KeyLine[] }) {
  return (
    <dl class="ui-key-list">
      <For each={props.lines}>
        {(line) => (
          <div>
            <dt>{line.label}</dt>
            <dd>
              <KeyHint keys={line.keys} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}
