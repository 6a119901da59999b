/**
 * A day, typed year first or picked in the browser's calendar, with a time of day where `onTime` is given. Values are `2026-12-08`
 * or empty. At rest it stands in the app's language; while it is written it stands as `2026-12-08`, in words beside it, so that no
 * browser's own order of day and month is ever seen. With `zones` it says what clocks show elsewhere at that moment.
 */
import Calendar from 'lucide-solid/icons/calendar'
import { createEffect, createMemo, createSignal, Show, splitProps } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Field, type FieldAround } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import { sameMoment } from './same-moment.ts'
import { TimeInput } from './time-input.tsx'
import { readTypedDay } from './typed-day.ts'
import { uiWords } from './words.ts'

/** A place and its time zone, an IANA name such as `Europe/Berlin`. */
export interface DateZone {
  readonly zone: string
  readonly place: string
}

export interface DateFieldProps extends FieldAround {
  readonly id?: string | undefined
  readonly value: string
  readonly onChange: (day: string) => void
  /** BCP 47 tag for the day and its weekday. */
  readonly locale: string
  /** Shown while no day is chosen. */
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
  /** `18:00` in the first zone; '' means the end of the day. */
  readonly time?: string | undefined
  readonly onTime?: ((time: string) => void) | undefined
  /** Where the day is meant, and where else people must know it. Nothing is said while their clocks agree. */
  readonly zones?: readonly [here: DateZone, there: DateZone] | undefined
  readonly onFocus?: (() => void) | undefined
  readonly onBlur?: (() => void) | undefined
}

export function DateField(props: DateFieldProps) {
  const [own, around] = splitProps(props, ['value', 'onChange', 'locale', 'placeholder', 'error'])
  const words = useWords(uiWords)
  const [text, setText] = createSignal(own.value)
  const [writing, setWriting] = createSignal(false)
  const [wrong, setWrong] = createSignal(false)
  let picker: HTMLInputElement | undefined
  createEffect(() => {
    const { value } = own
    if (!writing()) setText(value)
  })
  const choose = (day: string): void => {
    setWrong(false)
    if (day !== own.value) own.onChange(day)
  }
  /** While typing a whole day is taken at once; only on leaving is something else called wrong. */
  const take = (typed: string, leaving: boolean): void => {
    setText(typed)
    const day = typed.trim() === '' ? '' : readTypedDay(typed)
    if (day !== null && (leaving || day !== '')) choose(day)
    if (leaving) setWrong(day === null)
    if (leaving && day !== null) setText(day)
  }
  /** What both clocks show, as a sentence; '' while there is nothing to say. */
  const elsewhere = createMemo((): string => {
    if (!props.zones || own.value === '') return ''
    const [here, there] = props.zones
    const at = { day: own.value, time: props.time || '24:00' }
    const other = sameMoment(at, here.zone, there.zone)
    const mine = sameMoment(at, here.zone, here.zone)
    if (other.day === mine.day && other.time === mine.time) return ''
    const named = ({ day, time }: { readonly day: string; readonly time: string }): string =>
      `${wordsOf(day, own.locale, dayAndWeekday)} ${time}`
    const first = props.time
      ? `${named(at)} ${here.place}`
      : `${words().endOfDay(wordsOf(at.day, own.locale, dayAndWeekday))} ${here.place}`
    return `${first} = ${named(other)} ${there.place}`
  })
  const shown = (): string => wordsOf(own.value, own.locale, dayStyle)
  return (
    <Field
      {...around}
      error={wrong() ? words().notADay : own.error}
      help={[elsewhere(), props.help].filter(Boolean).join(' · ') || undefined}
    >
      {(wiring) => (
        <div class="ui-date">
          <input
            {...wiring}
            class="ui-input"
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={writing() || wrong() ? text() : own.value}
            placeholder={writing() ? '2026-12-05' : undefined}
            data-plain={wrong() ? '' : undefined}
            disabled={props.disabled}
            onInput={(event) => take(event.currentTarget.value, false)}
            onChange={(event) => take(event.currentTarget.value, true)}
            onFocus={(event) => {
              setWriting(true)
              if (!wrong()) setText(own.value)
              event.currentTarget.select()
              props.onFocus?.()
            }}
            onBlur={() => {
              setWriting(false)
              props.onBlur?.()
            }}
          />
          <span
            class="ui-date-shown"
            data-empty={own.value === '' ? '' : undefined}
            aria-hidden="true"
          >
            {shown() || own.placeholder}
          </span>
          <span class="ui-date-pick">
            <IconButton
              label={words().pickFromCalendar}
              disabled={props.disabled}
              onClick={() => picker?.showPicker()}
            >
              <Calendar size={16} aria-hidden="true" />
            </IconButton>
            <input
              ref={(element) => (picker = element)}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              value={own.value}
              onChange={(event) => choose(event.currentTarget.value)}
            />
          </span>
          <output for={wiring.id}>
            {wordsOf(own.value, own.locale, writing() ? { ...dayStyle, weekday: 'long' } : weekday)}
          </output>
          <Show when={props.onTime}>
            {(onTime) => (
              <TimeInput
                label={`${props.label} · ${words().timeOfDay}`}
                value={props.time ?? ''}
                disabled={props.disabled}
                onChange={(time) => onTime()(time)}
              />
            )}
          </Show>
        </div>
      )}
    </Field>
  )
}

const dayAndWeekday: Intl.DateTimeFormatOptions = {
  month: 'short',
  day: 'numeric',
  weekday: 'short',
}
const weekday: Intl.DateTimeFormatOptions = { weekday: 'long' }
const dayStyle: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' }

function wordsOf(day: string, locale: string, as: Intl.DateTimeFormatOptions): string {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? '' : at.toLocaleDateString(locale, { ...as, timeZone: 'UTC' })
}
