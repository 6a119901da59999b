/** What can be done with all chosen rows at once; stands at the foot of a table while there are any. */
import { Show, type JSX } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from './button.tsx'
import { uiWords } from './words.ts'

export interface BulkBarProps {
  readonly count: number
  readonly onClear: () => void
  readonly children: JSX.Element
}

export function BulkBar(props: BulkBarProps) {
  const words = useWords(uiWords)
  return (
    <div class="ui-bulk" role="group" aria-label={words().chosenRows(props.count)}>
      <Show when={props.count > 0}>
        <span class="ui-bulk-count">{words().chosenRows(props.count)}</span>
        {props.children}
        <Button kind="quiet" onClick={() => props.onClear()}>
          {words().clearRows}
        </Button>
      </Show>
    </div>
  )
}
