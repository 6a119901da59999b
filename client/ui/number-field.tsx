/**
 * A number in a form, typed as the language writes it (read-typed-number.ts) or stepped with Up and Down, ten steps with Page Up
 * and Page Down. A wheel never changes it. What is no number, or out of bounds, is said on leaving and not given on; null is empty.
 */
import { createEffect, createSignal, splitProps } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Field, type FieldAround } from './field.tsx'
import { readTypedNumber } from './read-typed-number.ts'
import { uiWords } from './words.ts'
import { isComposing } from './is-composing.ts'

export interface NumberFieldProps extends FieldAround {
  readonly id?: string | undefined
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** BCP 47 tag for separators. */
  readonly locale: string
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** What Up and Down add, 1 when left out. */
  readonly step?: number | undefined
  /** Digits after the point, none when left out. */
  readonly decimals?: number | undefined
  /** Behind the number, such as `g`. */
  readonly unit?: string | undefined
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
}

export function NumberField(props: NumberFieldProps) {
  const [own, around] = splitProps(props, ['value', 'onChange', 'locale', 'error'])
  const words = useWords(uiWords)
  const [text, setText] = createSignal('')
  const [writing, setWriting] = createSignal(false)
  const [fault, setFault] = createSignal<string>()
  const format = (value: number | null): string =>
    value === null
      ? ''
      : value.toLocaleString(own.locale, { maximumFractionDigits: props.decimals ?? 0 })
  createEffect(() => {
    const shown = format(own.value)
    // What is wrong stays as it was typed, beside the sentence about it.
    if (!writing() && fault() === undefined) setText(shown)
  })
  const faultOf = (value: number | null): string | undefined => {
    if (value === null) return words().notANumber
    if (props.min !== undefined && value < props.min) return words().atLeast(format(props.min))
    return props.max !== undefined && value > props.max
      ? words().atMost(format(props.max))
      : undefined
  }
  const rounded = (value: number): number => Number(value.toFixed(props.decimals ?? 0))
  /** While typing what stands is taken as soon as it may be; only on leaving is something called wrong. */
  const take = (typed: string, leaving: boolean): void => {
    setText(typed)
    const isEmpty = typed.trim() === ''
    const read = isEmpty ? null : readTypedNumber(typed, own.locale)
    const value = read === null ? null : rounded(read)
    const wrong = isEmpty ? undefined : faultOf(value)
    if (wrong === undefined && value !== own.value) own.onChange(value)
    if (leaving || wrong === undefined) setFault(wrong)
    if (leaving && wrong === undefined) setText(format(value))
  }
  const step = (steps: number): void => {
    const from = own.value ?? Math.min(Math.max(0, props.min ?? 0), props.max ?? 0)
    const to = rounded(from + steps * (props.step ?? 1))
    const value = Math.min(Math.max(to, props.min ?? to), props.max ?? to)
    setFault(undefined)
    setText(format(value))
    if (value !== own.value) own.onChange(value)
  }
  const press = (event: KeyboardEvent): void => {
    const steps = stepsOf[event.key]
    if (steps === undefined || isComposing(event) || event.altKey || event.ctrlKey || event.metaKey)
      return
    event.preventDefault()
    step(steps)
  }
  return (
    <Field {...around} error={fault() ?? own.error}>
      {(wiring) => (
        <div class="ui-number" data-unit={props.unit ? '' : undefined}>
          <input
            {...wiring}
            class="ui-input"
            type="text"
            inputmode={props.decimals ? 'decimal' : 'numeric'}
            role="spinbutton"
            autocomplete="off"
            aria-valuenow={own.value ?? undefined}
            aria-valuetext={
              own.value === null ? undefined : `${format(own.value)} ${props.unit ?? ''}`
            }
            aria-valuemin={props.min}
            aria-valuemax={props.max}
            value={text()}
            placeholder={props.placeholder}
            disabled={props.disabled}
            onInput={(event) => {
              if (!event.isComposing) take(event.currentTarget.value, false)
            }}
            onCompositionEnd={(event) => take(event.currentTarget.value, false)}
            onKeyDown={press}
            onFocus={() => setWriting(true)}
            onBlur={(event) => {
              take(event.currentTarget.value, true)
              setWriting(false)
            }}
          />
          <span class="ui-number-unit" aria-hidden="true">
            {props.unit}
          </span>
        </div>
      )}
    </Field>
  )
}

const stepsOf: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
}
