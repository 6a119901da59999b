/**
 * The field a table's cell becomes while it is written in. Enter writes and goes down, Tab writes and goes on to the next, leaving
 * writes, Esc gives up; none of it while an input method composes. A refused text stays, with the sentence that says why.
 */
import { createSignal, onMount, type JSX } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Grid } from './create-grid.ts'
import { showToast } from './toasts.ts'
import { uiWords } from './words.ts'
import { isComposing } from './is-composing.ts'

export interface CellEditorProps {
  readonly label: string
  readonly text: string
  readonly align?: 'start' | 'end' | undefined
  readonly inputMode?: JSX.InputHTMLAttributes<HTMLInputElement>['inputMode']
  readonly write: (text: string) => string | null
  readonly leave: Grid['leave']
  /** The focus went elsewhere by itself. */
  readonly onLeft: () => void
}

export function CellEditor(props: CellEditorProps) {
  const words = useWords(uiWords)
  const first = props.text
  const [fault, setFault] = createSignal<string | null>(null)
  let input: HTMLInputElement | undefined
  let done = false
  const write = (): string | null => {
    const text = input?.value ?? first
    return text === first ? null : props.write(text)
  }
  const finish = (to: Parameters<Grid['leave']>[0]): void => {
    const refused = write()
    setFault(refused)
    if (refused !== null) return
    done = true
    props.leave(to)
  }
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (isComposing(event)) return
    if (event.key === 'Enter') finish(event.shiftKey ? 'up' : 'down')
    else if (event.key === 'Tab') finish(event.shiftKey ? 'before' : 'next')
    else if (event.key === 'Escape') {
      done = true
      props.leave('stay')
    } else return
    event.preventDefault()
  }
  onMount(() => {
    input?.focus({ preventScroll: true })
    input?.select()
    input?.closest('td, th')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  return (
    <span class="ui-cell-editor">
      <input
        ref={(element) => (input = element)}
        class="ui-inline-input"
        type="text"
        dir="auto"
        autocomplete="off"
        inputmode={props.inputMode}
        aria-label={props.label}
        aria-description={fault() ?? words().cellHint}
        aria-invalid={fault() === null ? undefined : 'true'}
        data-align={props.align}
        value={first}
        onKeyDown={press}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => {
          if (done) return
          done = true
          const refused = write()
          if (refused !== null) showToast(words().notKept(refused), { tone: 'warn' })
          props.onLeft()
        }}
      />
      <span class="ui-cell-fault" role="alert" hidden={fault() === null}>
        {fault()}
      </span>
    </span>
  )
}
