/** One line of text in a form: label, frame, error in place. `onCommit` is called on leaving. */
import { createSignal, splitProps } from 'solid-js'
import { Field, type FieldAround } from './field.tsx'
import { LineControl, type LineProps } from './line-control.tsx'

export interface TextFieldProps extends FieldAround, LineProps {
  readonly onCommit?: ((text: string) => void) | undefined
  readonly type?: 'text' | 'url' | 'email' | 'search' | 'tel' | undefined
  readonly autocomplete?: string | undefined
  readonly disabled?: boolean | undefined
  /** Grows over several lines with its text; it still holds no line break. */
  readonly grows?: boolean | undefined
  /** The language of the content where it is not the app's, such as `de`. */
  readonly lang?: string | undefined
  readonly ref?: ((element: HTMLInputElement | HTMLTextAreaElement) => void) | undefined
}

export function TextField(props: TextFieldProps) {
  const [around, line] = splitProps(props, [
    'label',
    'help',
    'error',
    'optional',
    'hideLabel',
    'presence',
    'aside',
    'onCommit',
  ])
  const [cut, setCut] = createSignal<string | null>(null)
  return (
    <Field {...around} notice={cut() ?? undefined}>
      {(wiring) => (
        <LineControl
          {...line}
          {...wiring}
          class="ui-input"
          type={props.type ?? 'text'}
          onCut={setCut}
          onChange={(event) => around.onCommit?.(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
