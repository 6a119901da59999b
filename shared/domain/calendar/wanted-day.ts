/** A plain day `YYYY-MM-DD` as a moment, and a moment as its day, in a time zone. */
import { Temporal } from 'temporal-polyfill'

/** The midnight that ends the day, ms; null for what is no day. */
export function endOfDay(day: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  try {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' })
    return date.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds
  } catch {
    return null
  }
}

/** A midnight belongs to the day it ends. */
export const dayIn = (moment: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment - 1)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
