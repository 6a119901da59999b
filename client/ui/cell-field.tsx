/** One line of text in a table's cell: no frame until it is touched. Named by `label` (row and column) for screen readers. */
import { createEffect, type JSX } from 'solid-js'
import { createTextBinding } from './create-text-binding.ts'
import { PresenceRing, type PresenceMark } from './presence-ring.tsx'
import './field.css'

export interface CellFieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (text: string) => void
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
  /** Enter, while no input method composes. */
  readonly onEnter?: (() => void) | undefined
  /** Takes the focus when it becomes true. */
  readonly autofocus?: boolean | undefined
  readonly maxLength?: number | undefined
  readonly placeholder?: string | undefined
  readonly align?: 'start' | 'end' | undefined
  readonly inputMode?: JSX.InputHTMLAttributes<HTMLInputElement>['inputMode']
  /** The sentence that says what is wrong; shown as a hint and said by screen readers. */
  readonly error?: string | undefined
  readonly readOnly?: boolean | undefined
  readonly presence?: PresenceMark | undefined
}

export function CellField(props: CellFieldProps) {
  const binding = createTextBinding(
    () => props.value,
    (text) => props.onInput(text),
  )
  let element: HTMLInputElement | undefined
  createEffect(() => {
    if (props.autofocus) element?.focus()
  })
  return (
    <PresenceRing who={props.presence}>
      <input
        class="ui-cell-input"
        type="text"
        autocomplete="off"
        dir="auto"
        ref={(bound) => {
          element = bound
          binding.ref(bound)
        }}
        aria-label={props.label}
        aria-invalid={props.error ? 'true' : undefined}
        aria-description={props.error}
        title={props.error}
        data-align={props.align}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        readOnly={props.readOnly}
        onInput={binding.onInput}
        onCompositionStart={binding.onCompositionStart}
        onCompositionEnd={binding.onCompositionEnd}
        onFocus={() => props.onFocus?.()}
        onBlur={() => props.onBlur?.()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) props.onEnter?.()
        }}
      />
    </PresenceRing>
  )
}
