/**
 * The list of a few options a table's cell becomes while it is chosen in: the browser's own, which typed letters find their way in.
 * Enter writes and stays, Tab writes and goes on, leaving writes, Esc gives up, as in a cell that is typed in (cell-editor.tsx).
 */
import { For, onMount } from 'solid-js'
import type { Grid } from './create-grid.ts'
import type { SelectOption } from './select.tsx'

export interface CellChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly SelectOption<string>[]
  readonly write: (value: string) => void
  readonly leave: Grid['leave']
  readonly onLeft: () => void
}

export function CellChoice(props: CellChoiceProps) {
  let list: HTMLSelectElement | undefined
  let done = false
  const finish = (to: Parameters<Grid['leave']>[0]): void => {
    done = true
    const { value } = list ?? props
    if (value !== props.value) props.write(value)
    props.leave(to)
  }
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Enter') finish('stay')
    else if (event.key === 'Tab') finish(event.shiftKey ? 'before' : 'next')
    else if (event.key === 'Escape') {
      done = true
      props.leave('stay')
    } else return
    event.preventDefault()
  }
  onMount(() => list?.focus({ preventScroll: true }))
  return (
    <span class="ui-cell-editor">
      <select
        ref={(element) => (list = element)}
        class="ui-inline-input"
        aria-label={props.label}
        onKeyDown={press}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => {
          if (done) return
          done = true
          const { value } = list ?? props
          if (value !== props.value) props.write(value)
          props.onLeft()
        }}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </span>
  )
}
