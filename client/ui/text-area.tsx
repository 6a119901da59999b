/** Several lines of plain text that grow with what is written. Same rules for input methods and carets as TextField. */
import { createTextBinding } from './create-text-binding.ts'
import { Field, type FieldAround } from './field.tsx'

export interface TextAreaProps extends FieldAround {
  readonly id?: string | undefined
  readonly value: string
  readonly onInput: (text: string) => void
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
  readonly placeholder?: string | undefined
  /** Lines shown when empty, 3 when left out. */
  readonly lines?: number | undefined
  readonly maxLength?: number | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly lang?: string | undefined
}

export function TextArea(props: TextAreaProps) {
  let twin: HTMLDivElement | undefined
  const binding = createTextBinding(
    () => props.value,
    (text) => props.onInput(text),
  )
  return (
    <Field {...props}>
      {(wiring) => (
        <div class="ui-grow" data-text={props.value} ref={twin}>
          <textarea
            {...wiring}
            class="ui-input"
            ref={binding.ref}
            rows={props.lines ?? 3}
            placeholder={props.placeholder}
            maxLength={props.maxLength}
            disabled={props.disabled}
            readOnly={props.readOnly}
            lang={props.lang}
            dir="auto"
            onInput={(event) => {
              twin?.setAttribute('data-text', event.currentTarget.value)
              binding.onInput()
            }}
            onCompositionStart={binding.onCompositionStart}
            onCompositionEnd={binding.onCompositionEnd}
            onFocus={() => props.onFocus?.()}
            onBlur={() => props.onBlur?.()}
          />
        </div>
      )}
    </Field>
  )
}
