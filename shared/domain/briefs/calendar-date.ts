/** A day of the calendar as `YYYY-MM-DD`, without a time or zone. */
export function isCalendarDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  // A day the month does not have is another day.
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(value.slice(8))
}
