/** Who needs a thing, and how soon, at the reader's clock. */
import { formatDate, formatNumber, formatTime } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import type { Tone } from '#client/ui/toasts.ts'
import type { Need } from '#shared/domain/handover/need.ts'
import { handoverWords } from './words.ts'

const hourMs = 3_600_000
const minuteMs = 60_000
/** Before somebody leaves it is said loudly. */
const shortMs = 3 * hourMs

export function sayNeed(who: string, need: Need, now: number): string {
  const words = handoverWords[language()]
  switch (need.kind) {
    case 'there':
      return words.there(who, sayLength(need.leaves - now))
    case 'comes':
      return words.comes(who, formatTime(need.from))
    case 'away':
      return words.away(who, `${formatDate(need.back)} ${formatTime(need.back)}`)
    case 'unknown':
      return words.for(who)
  }
}

/** `2 h 10 min`. */
export function sayLength(ms: number): string {
  const words = handoverWords[language()]
  const [hours, minutes] = [Math.floor(ms / hourMs), Math.floor((ms % hourMs) / minuteMs)]
  return hours > 0
    ? words.hours(formatNumber(hours), formatNumber(minutes))
    : words.minutes(formatNumber(Math.max(1, minutes)))
}

export const toneOfNeed = (need: Need | null, now: number): Tone =>
  need?.kind === 'there' && need.leaves - now < shortMs ? 'warn' : 'info'
