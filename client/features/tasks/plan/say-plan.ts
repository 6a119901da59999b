/** Times of a plan in words: at the reader's clock and at the owner's, working time in hours or days. */
import { formatDate, formatDateTime, formatNumber, formatTime } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { workingDayMs } from '#shared/domain/tasks/review-buffer.ts'
import { planWords } from './plan-words.ts'

const hourMs = 3_600_000

/** `Tue 8 Dec 14:30`. */
export const moment = (at: number): string => `${formatDate(at)} ${formatTime(at)}`

/** The clock somewhere else, with its day where that is another. */
export function clockThere(at: number, timeZone: string): string {
  const there = formatDateTime(at, timeZone)
  const time = formatTime(at, timeZone)
  const isSameDay =
    there.slice(0, -time.length) === formatDateTime(at).slice(0, -formatTime(at).length)
  return isSameDay ? time : there
}

/** In hours, from two working days on in days. */
export function sayUsed(usedMs: number, allMs: number): string {
  const words = planWords[language()].used
  const unit = allMs < 2 * workingDayMs ? 'hours' : 'days'
  const said = (ms: number): string =>
    formatNumber(ms / (unit === 'hours' ? hourMs : workingDayMs), { maximumFractionDigits: 1 })
  return words[unit](said(usedMs), said(allMs))
}
