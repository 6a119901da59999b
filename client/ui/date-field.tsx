/** A day, chosen in the browser's own picker, with its weekday beside it. Values are `2026-12-08` or empty; no times, no zones. */
import { Field, type FieldAround } from './field.tsx'

export interface DateFieldProps extends FieldAround {
  readonly id?: string | undefined
  readonly value: string
  readonly onChange: (day: string) => void
  /** BCP 47 tag for the weekday's name. */
  readonly locale: string
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

function weekdayOf(day: string, locale: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return ''
  return at.toLocaleDateString(locale, { weekday: 'long', timeZone: 'UTC' })
}
