/**
 * A day, chosen in the browser's own picker, with its weekday beside it. Values are `2026-12-08` or empty; no times, no zones.
 * A browser writes the day in its own language, so until the field is touched the day stands over it in the app's.
 */
import { Field, type FieldAround } from './field.tsx'

export interface DateFieldProps extends FieldAround {
  readonly id?: string | undefined
  readonly value: string
  readonly onChange: (day: string) => void
  /** BCP 47 tag for the day and its weekday. */
  readonly locale: string
  /** Shown while no day is chosen. */
  readonly placeholder?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly disabled?: boolean | undefined
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
}

export function DateField(props: DateFieldProps) {
  return (
    <Field {...props}>
      {(wiring) => (
        <div class="ui-date">
          <input
            {...wiring}
            class="ui-input"
            type="date"
            value={props.value}
            min={props.min}
            max={props.max}
            disabled={props.disabled}
            onChange={(event) => {
              const day = event.currentTarget.value
              if (isWholeDay(day)) props.onChange(day)
            }}
            onFocus={() => props.onFocus?.()}
            onBlur={() => props.onBlur?.()}
          />
          <span
            class="ui-date-shown"
            data-empty={props.value === '' ? '' : undefined}
            aria-hidden="true"
          >
            {dayOf(props.value, props.locale) || props.placeholder}
          </span>
          <output>{weekdayOf(props.value, props.locale)}</output>
        </div>
      )}
    </Field>
  )
}

/** Typing 2026 passes through the years 2, 20 and 202, which nobody means. */
function isWholeDay(day: string): boolean {
  return day === '' || Number(day.slice(0, day.indexOf('-'))) >= 1900
}

const weekdayOf = (day: string, locale: string): string => wordsOf(day, locale, { weekday: 'long' })

const dayOf = (day: string, locale: string): string =>
  wordsOf(day, locale, { year: 'numeric', month: 'short', day: 'numeric' })

function wordsOf(day: string, locale: string, as: Intl.DateTimeFormatOptions): string {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? '' : at.toLocaleDateString(locale, { ...as, timeZone: 'UTC' })
}
