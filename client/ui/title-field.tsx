/** The page's own heading as a field: reads as text until it is touched, grows over several lines, holds no line break. */
import { createTextBinding } from './create-text-binding.ts'
import { Field, type FieldAround } from './field.tsx'

export interface TitleFieldProps extends FieldAround {
  readonly value: string
  readonly onInput: (text: string) => void
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
  readonly readOnly?: boolean | undefined
}

export function TitleField(props: TitleFieldProps) {
  const binding = createTextBinding(
    () => props.value,
    (text) => props.onInput(text),
  )
  return (
    <Field {...props} hideLabel>
      {(wiring) => (
        <div class="ui-title" data-text={props.value || props.placeholder}>
          <textarea
            {...wiring}
            class="ui-input"
            rows={1}
            aria-label={props.label}
            ref={binding.ref}
            placeholder={props.placeholder}
            maxLength={props.maxLength}
            readOnly={props.readOnly}
            dir="auto"
            onInput={binding.onInput}
            onCompositionStart={binding.onCompositionStart}
            onCompositionEnd={binding.onCompositionEnd}
            onFocus={() => props.onFocus?.()}
            onBlur={() => props.onBlur?.()}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.isComposing) event.preventDefault()
            }}
          />
        </div>
      )}
    </Field>
  )
}
