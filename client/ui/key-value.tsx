/** Short facts in two columns: what, and how much of it. */
import { For, type JSX } from 'solid-js'
import './layout.css'

export interface KeyValueProps {
  readonly facts: readonly { readonly key: string; readonly value: JSX.Element }[]
}

export function KeyValue(props: KeyValueProps) {
  return (
    <dl class="ui-key-value">
      <For each={props.facts}>
        {(fact) => (
          <>
            <dt>{fact.key}</dt>
            <dd>{fact.value}</dd>
          </>
        )}
      </For>
    </dl>
  )
}
