/**
 * A page for a printer, shown in a dialog first: on paper it stands alone. Two columns say the same in two languages, as
 * whoever finds it may read either; between them what is to be copied by hand.
 */
import { For, Show, type JSX } from 'solid-js'
import './print-sheet.css'

export interface SheetColumn {
  /** BCP 47, of its texts. */
  readonly lang: string
  readonly title: string
  readonly lead: string
  readonly how: string
  readonly steps: readonly string[]
  readonly care: string
  readonly foot: readonly string[]
}

export interface PrintSheetProps {
  readonly columns: readonly SheetColumn[]
  /** Named in both languages: an address, a code. */
  readonly keys: readonly {
    readonly label: string
    readonly text: string
    readonly code?: boolean
  }[]
  /** A picture of the keys for a camera. */
  readonly picture?: JSX.Element
}

export function PrintSheet(props: PrintSheetProps) {
  return (
    <div class="ui-sheet">
      <div class="ui-sheet-columns">
        <For each={props.columns}>
          {(column) => (
            <div lang={column.lang}>
              <h3>{column.title}</h3>
              <p>{column.lead}</p>
            </div>
          )}
        </For>
      </div>
      <div class="ui-sheet-key">
        <div>
          <For each={props.keys}>
            {(key) => (
              <>
                <h4>{key.label}</h4>
                <p class={key.code ? 'ui-sheet-code' : 'ui-sheet-address'}>{key.text}</p>
              </>
            )}
          </For>
        </div>
        <Show when={props.picture}>{props.picture}</Show>
      </div>
      <div class="ui-sheet-columns">
        <For each={props.columns}>
          {(column) => (
            <div lang={column.lang}>
              <h4>{column.how}</h4>
              <ol>
                <For each={column.steps}>{(step) => <li>{step}</li>}</For>
              </ol>
              <h4>{column.care}</h4>
              <For each={column.foot}>{(line) => <p>{line}</p>}</For>
            </div>
          )}
        </For>
      </div>
    </div>
  )
}
