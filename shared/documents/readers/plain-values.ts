/** Single values of a document as what they should be; anything else is the value of none. Never throws. */
import { isCalendarDate } from '#shared/domain/briefs/calendar-date.ts'

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

export const flagIn = (value: unknown): boolean => value === true

export const dayIn = (value: unknown): string | null => (isCalendarDate(value) ? value : null)

/** A whole number from 1. */
export const wholeIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : null

export const fileIdIn = (value: unknown): string | null => (isFileId(value) ? value : null)

export const isFileId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
