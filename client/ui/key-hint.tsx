/** Keys as caps, one after the other: `G B`, `⌘ K`. */
import { For } from 'solid-js'
import './key-hint.css'

export function KeyHint(props: { readonly keys: string }) {
  return (
    <span class="ui-keys">
      <For each={props.keys.split(' ')}>{(key) => <kbd>{key}</kbd>}</For>
    </span>
  )
}
