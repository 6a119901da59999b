/**
 * Dates, times and numbers as people of the current language write them, through Intl with formatters made once.
 * Reactive where called inside a view. Never decides a time zone by itself beyond the device's.
 */
import { language, localeOf } from './language.ts'
import { momentWords } from './moment-words.ts'

/** A moment in milliseconds, a Date, or a plain day `2026-12-08` (read as that day, in no time zone). */
export type When = number | Date | string

export type DateStyle = 'short' | 'full' | 'weekday'

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric' },
  full: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
  weekday: { month: 'short', day: 'numeric', weekday: 'short' },
}

/** `12月8日周二` / `Tue 8 Dec`. Empty for something that is no date. */
export function formatDate(when: When, style: DateStyle = 'weekday'): string {
  const moment = toMoment(when)
  if (!moment) return ''
  const timeZone = moment.plainDay ? { timeZone: 'UTC' } : {}
  return dateFormat({ ...dateStyles[style], ...timeZone }).format(moment.at)
}

/** `12月8日 14:32` / `8 Dec, 14:32`; `timeZone` is an IANA name such as `Europe/Berlin`, the device's when left out. */
export function formatDateTime(when: When, timeZone?: string): string {
  const moment = toMoment(when)
  if (!moment) return ''
  return dateFormat({
    month: 'short',
    day: 'numeric',
    ...clock,
    ...(timeZone ? { timeZone } : {}),
  }).format(moment.at)
}

/** `14:32`, where `formatDateTime` with its day would say too much. */
export function formatTime(when: When, timeZone?: string): string {
  const moment = toMoment(when)
  return moment ? dateFormat({ ...clock, ...(timeZone ? { timeZone } : {}) }).format(moment.at) : ''
}

/** The calendar day of a moment where the device is, `2026-12-08`. */
export function dayOf(moment: number): string {
  const at = new Date(moment)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Makes the formatter of the first list while nothing else is to be done: the first one of a page is the dearest. */
export const warmFormats = (): void => void formatDate('2026-01-01')

export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(options).format(value)
}

/** `3 分钟前` / `3 minutes ago`; `now` is given so that a view can tick and a test can stand still. */
export function formatRelative(when: number | Date, now: number): string {
  const seconds = (Number(when) - now) / 1000
  const [size, unit] = spans.find(([length]) => Math.abs(seconds) >= length) ?? [
    1,
    'second' as const,
  ]
  // Below ten seconds it is truer than a count that is wrong by the time it is read.
  return Math.abs(seconds) < 10
    ? momentWords[language()].justNow
    : relativeFormat({}).format(Math.trunc(seconds / size), unit)
}

/** The form of a word for a count: `plural(n, { one: 'change', other: 'changes' })`. Chinese has only `other`. */
export function plural(
  count: number,
  forms: { readonly one?: string; readonly other: string },
): string {
  const rule = pluralRules({}).select(count)
  return rule === 'one' ? (forms.one ?? forms.other) : forms.other
}

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

const spans: readonly (readonly [number, Intl.RelativeTimeFormatUnit])[] = [
  [31_536_000, 'year'],
  [2_592_000, 'month'],
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
]

function toMoment(when: When): { readonly at: Date; readonly plainDay: boolean } | undefined {
  const plainDay = typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when)
  const at = new Date(plainDay ? `${when}T00:00:00Z` : when)
  return Number.isNaN(at.getTime()) ? undefined : { at, plainDay }
}

const dateFormat = perLanguage(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)
const numberFormat = perLanguage(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const relativeFormat = perLanguage(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
)
const pluralRules = perLanguage((locale) => new Intl.PluralRules(locale))

/** Making an Intl formatter costs about a thousand times as much as using one. */
function perLanguage<Options extends object, Formatter>(
  make: (locale: string, options: Options) => Formatter,
): (options: Options) => Formatter {
  const made = new Map<string, Formatter>()
  return (options) => {
    const locale = localeOf(language())
    const key = `${locale} ${JSON.stringify(options)}`
    const found = made.get(key) ?? make(locale, options)
    made.set(key, found)
    return found
  }
}
