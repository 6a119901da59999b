/**
 * Several lines of text in a form, each a thing of its own: terms, sentences not to be said. Grows with its lines. While somebody
 * writes in it, what comes from elsewhere waits until they leave.
 */
import { createEffect, createSignal, splitProps } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Field, type FieldAround } from './field.tsx'
import { fitText } from './fit-text.ts'
import { uiWords } from './words.ts'

export interface LinesFieldProps extends FieldAround {
  readonly value: string
  /** For every change, after an input method has finished. */
  readonly onInput: (text: string) => void
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
  readonly placeholder?: string | undefined
  /** In UTF-16 units; what is over is cut and said. */
  readonly maxLength: number
  readonly readOnly?: boolean | undefined
}

export function LinesField(props: LinesFieldProps) {
  const [around] = splitProps(props, ['label', 'help', 'error', 'optional', 'presence', 'aside'])
  const words = useWords(uiWords)
  const [cut, setCut] = createSignal<string>()
  const [writing, setWriting] = createSignal(false)
  let area: HTMLTextAreaElement | undefined
  const grow = (): void =>
    area?.parentElement?.setAttribute('data-text', area.value || props.placeholder || '')
  createEffect(() => {
    const { value } = props
    if (area && !writing()) area.value = value
    grow()
  })
  const take = (from: HTMLTextAreaElement): void => {
    const caret = from.selectionStart ?? from.value.length
    const fitted = fitText(props.value, from.value, caret, props.maxLength)
    if (fitted.lost > 0) {
      from.value = fitted.text
      from.setSelectionRange(fitted.caret, fitted.caret)
    }
    setCut(fitted.lost > 0 ? words().cut(props.maxLength, fitted.lost) : undefined)
    grow()
    props.onInput(from.value)
  }
  return (
    <Field {...around} notice={cut()}>
      {(wiring) => (
        <div class="ui-grow">
          <textarea
            {...wiring}
            ref={(element) => (area = element)}
            class="ui-input"
            rows={3}
            dir="auto"
            autocomplete="off"
            placeholder={props.placeholder}
            readOnly={props.readOnly}
            onInput={(event) => (event.isComposing ? grow() : take(event.currentTarget))}
            onCompositionEnd={(event) => take(event.currentTarget)}
            onFocus={() => {
              setWriting(true)
              props.onFocus?.()
            }}
            onBlur={() => {
              setWriting(false)
              props.onBlur?.()
            }}
          />
        </div>
      )}
    </Field>
  )
}
