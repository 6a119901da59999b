/** The foot of a table whose rows can be chosen: how many there are, or how many are chosen and what can be done with them at once. */
import { Show, type JSX } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from './button.tsx'
import { uiWords } from './words.ts'

export interface BulkBarProps {
  readonly total: number
  readonly chosen: number
  readonly onClear: () => void
  readonly children: JSX.Element
}

export function BulkBar(props: BulkBarProps) {
  const words = useWords(uiWords)
  return (
    <div class="ui-bulk" data-chosen={props.chosen > 0 ? '' : undefined}>
      <span class="ui-bulk-count" role="status">
        {props.chosen > 0 ? words().chosenRows(props.chosen) : words().rows(props.total)}
      </span>
      <Show when={props.chosen > 0}>
        {props.children}
        <Button kind="quiet" onClick={() => props.onClear()}>
          {words().clearRows}
        </Button>
      </Show>
    </div>
  )
}
