/**
 * The control under every line of text: bound to a shared value, Enter said once an input method is done, a cut told.
 * With `grows` it wraps over as many lines as it needs and still holds no line break. What stands around it (label, frame)
 * is its owner's: TextField in forms, InlineField in tables, lists and headings.
 */
import { createEffect, splitProps, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { createTextBinding } from './create-text-binding.ts'
import { useWords } from '#client/i18n/words.ts'
import { pastedLines } from './pasted-lines.ts'
import { uiWords } from './words.ts'
import './field.css'
import { isComposing } from './is-composing.ts'

type TextElement = HTMLInputElement | HTMLTextAreaElement

export interface LineProps {
  readonly value: string
  /** For every change, after an input method has finished. */
  readonly onInput: (text: string) => void
  /** Enter, while no input method composes. */
  readonly onEnter?: (() => void) | undefined
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
  /** Several lines pasted at once: the first goes into this field, these are the others. */
  readonly onMoreLines?: ((lines: readonly string[]) => void) | undefined
  /** Cells of a spreadsheet pasted at once, with tabs and line breaks between them; nothing of them goes into this field by itself. */
  readonly onCells?: ((text: string) => void) | undefined
  readonly placeholder?: string | undefined
  readonly inputMode?: JSX.InputHTMLAttributes<HTMLInputElement>['inputMode']
  /** Takes the focus when it becomes true. */
  readonly autofocus?: boolean | undefined
  /** In UTF-16 units; what is over is cut and said. */
  readonly maxLength?: number | undefined
  readonly readOnly?: boolean | undefined
}

export interface LineControlProps
  extends LineProps, Omit<JSX.AriaAttributes, 'aria-placeholder' | 'aria-readonly'> {
  readonly class: string
  readonly grows?: boolean | undefined
  /** The sentence about what did not fit; null once everything does. */
  readonly onCut: (sentence: string | null) => void
  readonly ref?: ((element: TextElement) => void) | undefined
  readonly [attribute: `data-${string}`]: string | undefined
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly type?: string | undefined
  readonly autocomplete?: string | undefined
  readonly disabled?: boolean | undefined
  readonly lang?: string | undefined
  readonly onChange?: ((event: Event & { readonly currentTarget: TextElement }) => void) | undefined
}

const taken = [
  'value',
  'onInput',
  'onEnter',
  'onFocus',
  'onBlur',
  'onMoreLines',
  'onCells',
  'autofocus',
  'maxLength',
  'grows',
  'onCut',
  'ref',
] as const

export function LineControl(props: LineControlProps) {
  const [own, rest] = splitProps(props, taken)
  const words = useWords(uiWords)
  let twin: HTMLElement | undefined
  let element: TextElement | undefined
  const binding = createTextBinding({
    value: () => own.value,
    write: (text) => own.onInput(text),
    most: () => own.maxLength,
    onCut: (lost) => own.onCut(lost === 0 ? null : words().cut(own.maxLength ?? 0, lost)),
  })
  // The twin carries the text that is seen, also in mid-composition, and so gives the field its height.
  const grow = (): void =>
    twin?.setAttribute('data-text', element?.value || props.placeholder || '')
  createEffect(() => {
    if (own.autofocus) element?.focus()
  })
  createEffect(() => (own.value, props.placeholder, grow()))
  const control = () => (
    <Dynamic
      component={own.grows ? 'textarea' : 'input'}
      {...rest}
      rows={own.grows ? 1 : undefined}
      autocomplete={props.autocomplete ?? 'off'}
      dir="auto"
      ref={(bound: TextElement) => {
        element = bound
        binding.ref(bound)
        own.ref?.(bound)
      }}
      onInput={() => (binding.onInput(), grow())}
      onCompositionStart={binding.onCompositionStart}
      onCompositionEnd={() => (binding.onCompositionEnd(), grow())}
      onFocus={() => own.onFocus?.()}
      onBlur={() => (own.onCut(null), own.onBlur?.())}
      onPaste={(event: ClipboardEvent) => {
        const text = event.clipboardData?.getData('text/plain') ?? ''
        if (own.onCells && text.includes('\t')) {
          event.preventDefault()
          own.onCells(text)
          return
        }
        const [first, ...more] = own.onMoreLines ? pastedLines(event) : []
        if (first === undefined || more.length === 0 || !element) return
        event.preventDefault()
        const { selectionStart: start, selectionEnd: end } = element
        element.setRangeText(first, start ?? 0, end ?? 0, 'end')
        binding.onInput()
        grow()
        own.onMoreLines?.(more)
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || isComposing(event)) return
        if (own.grows) event.preventDefault()
        own.onEnter?.()
      }}
    />
  )
  return own.grows ? (
    <div class="ui-grow" ref={(bound) => (twin = bound)}>
      {control()}
    </div>
  ) : (
    control()
  )
}
