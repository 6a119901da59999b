/** The foot of a table or list whose rows can be chosen: how many there are, or how many are chosen and what can be done with them at once. */
import { Show, type JSX } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from './button.tsx'
import { uiWords } from './words.ts'
import './bulk-bar.css'

export interface BulkBarProps {
  readonly total: number
  readonly chosen: number
  readonly onClear: () => void
  /** At the foot of a list: shown while rows are being chosen, its acts in a row of their own. */
  readonly foot?: boolean | undefined
  readonly children: JSX.Element
}

export function BulkBar(props: BulkBarProps) {
  const words = useWords(uiWords)
  return (
    <div
      class="ui-bulk"
      data-chosen={props.chosen > 0 || props.foot ? '' : undefined}
      data-foot={props.foot ? '' : undefined}
    >
      <span class="ui-bulk-count" role="status">
        {props.chosen > 0
          ? words().chosenRows(props.chosen)
          : props.foot
            ? words().pressToChoose
            : words().rows(props.total)}
      </span>
      <Show when={props.chosen > 0}>
        <Show when={props.foot} fallback={props.children}>
          <div class="ui-bulk-acts">{props.children}</div>
        </Show>
      </Show>
      <Show when={props.chosen > 0 || props.foot}>
        <Button kind="quiet" onClick={() => props.onClear()}>
          {words().clearRows}
        </Button>
      </Show>
    </div>
  )
}
