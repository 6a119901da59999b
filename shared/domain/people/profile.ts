/**
 * What a person says of themselves: where and when they work, which languages at which level. Left out: access and
 * functions (the relay's directory), the name (it comes with joining).
 */

import type { WorkingDays } from '#shared/domain/calendar/working-days.ts'

/** 1 a beginner to 5 at home in it; being native is another matter. */
export const languageLevels = [1, 2, 3, 4, 5] as const
export type LanguageLevel = (typeof languageLevels)[number]

export interface SpokenLanguage {
  /** Of domain/choices/languages.ts. */
  readonly id: string
  readonly level: LanguageLevel
  readonly native: boolean
  /** Who found that level, null while nobody has. */
  readonly testedBy: string | null
  /** `YYYY-MM-DD`. */
  readonly testedOn: string | null
}

/** When somebody works, as far as they said. */
export interface WorkingHours extends WorkingDays {
  /** IANA, such as `Europe/Berlin`. */
  readonly timeZone: string | null
  /** `HH:MM` there. */
  readonly workFrom: string | null
  readonly workTo: string | null
}

export interface Profile extends WorkingHours {
  readonly languages: readonly SpokenLanguage[]
}

export interface PersonSummary extends WorkingHours {
  readonly kind: 'person'
  readonly title: string
  readonly languages: readonly string[]
}

export const isTimeOfDay = (value: unknown): value is string =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_+\-/]{1,64}$/.test(value)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
