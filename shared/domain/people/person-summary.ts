/** A person's list row as it may come from storage or a card: parsed, or null so that it is made again. */
import * as z from 'zod/mini'
import { holidayPlaces } from '#shared/domain/calendar/holiday-places.ts'
import type { PersonSummary } from './profile.ts'

const text = z.nullable(z.string())
const summarySchema = z.object({
  title: z.string(),
  timeZone: text,
  workFrom: text,
  workTo: text,
  workingDays: z.nullable(z.array(z.number())),
  holidays: z.nullable(z.enum(holidayPlaces)),
  days: z.record(z.string(), z.enum(['off', 'work'])),
  languages: z.array(z.string()),
})

export function parsePersonSummary(value: unknown): PersonSummary | null {
  const parsed = z.safeParse(summarySchema, value)
  return parsed.success ? { kind: 'person', ...parsed.data } : null
}
