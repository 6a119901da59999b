/** One line of text in a table's cell: no frame until it is touched. Named by `label` (row and column) for screen readers. */
import type { JSX } from 'solid-js'
import { createTextBinding } from './create-text-binding.ts'
import { PresenceRing, type PresenceMark } from './presence-ring.tsx'
import './field.css'

export interface CellFieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (text: string) => void
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
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
  return (
    <PresenceRing who={props.presence}>
      <input
        class="ui-cell-input"
        type="text"
        autocomplete="off"
        dir="auto"
        ref={binding.ref}
        aria-label={props.label}
        aria-invalid={props.error ? 'true' : undefined}
        aria-description={props.error}
        title={props.error}
        data-align={props.align}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
        readOnly={props.readOnly}
        onInput={binding.onInput}
        onCompositionStart={binding.onCompositionStart}
        onCompositionEnd={binding.onCompositionEnd}
        onFocus={() => props.onFocus?.()}
        onBlur={() => props.onBlur?.()}
      />
    </PresenceRing>
  )
}
