/** One line of text in a form. `onInput` is called for every change (after an input method has finished), `onCommit` on leaving. */
import { createEffect, type JSX } from 'solid-js'
import { createTextBinding } from './create-text-binding.ts'
import { Field, type FieldAround } from './field.tsx'

export interface TextFieldProps extends FieldAround {
  readonly id?: string | undefined
  readonly value: string
  readonly onInput: (text: string) => void
  readonly onCommit?: ((text: string) => void) | undefined
  /** Enter, while no input method composes. */
  readonly onEnter?: (() => void) | undefined
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
  readonly onPaste?: ((event: ClipboardEvent) => void) | undefined
  readonly type?: 'text' | 'url' | 'email' | 'search' | 'tel' | undefined
  readonly inputMode?: JSX.InputHTMLAttributes<HTMLInputElement>['inputMode']
  readonly placeholder?: string | undefined
  readonly autocomplete?: string | undefined
  /** Takes the focus when it becomes true. */
  readonly autofocus?: boolean | undefined
  readonly maxLength?: number | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  /** The language of the content where it is not the app's, such as `de`. */
  readonly lang?: string | undefined
  readonly ref?: ((element: HTMLInputElement) => void) | undefined
}

export function TextField(props: TextFieldProps) {
  const binding = createTextBinding(
    () => props.value,
    (text) => props.onInput(text),
  )
  let bound: HTMLInputElement | undefined
  createEffect(() => {
    if (props.autofocus) bound?.focus()
  })
  return (
    <Field {...props}>
      {(wiring) => (
        <input
          {...wiring}
          class="ui-input"
          type={props.type ?? 'text'}
          ref={(element) => {
            bound = element
            binding.ref(element)
            props.ref?.(element)
          }}
          inputMode={props.inputMode}
          placeholder={props.placeholder}
          autocomplete={props.autocomplete ?? 'off'}
          maxLength={props.maxLength}
          disabled={props.disabled}
          readOnly={props.readOnly}
          lang={props.lang}
          dir="auto"
          onInput={binding.onInput}
          onCompositionStart={binding.onCompositionStart}
          onCompositionEnd={binding.onCompositionEnd}
          onChange={(event) => props.onCommit?.(event.currentTarget.value)}
          onFocus={() => props.onFocus?.()}
          onBlur={() => props.onBlur?.()}
          onPaste={(event) => props.onPaste?.(event)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) props.onEnter?.()
          }}
        />
      )}
    </Field>
  )
}
