/** When the stage a task stands in is due, at the reader's clock, said with whether that is soon or past. */
import { formatDate, formatDateTime } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { Tone } from '#client/ui/toasts.ts'
import { dayOf } from '#shared/domain/tasks/task.ts'
import { latenessOf, type Lateness } from '#shared/domain/tasks/lateness.ts'
import { dueWords } from './due-words.ts'

export interface SaidDue {
  readonly text: string
  /** Undefined where there is nothing to be said loudly. */
  readonly tone: Tone | undefined
}

export const dueTones: Readonly<Record<Lateness, Tone | undefined>> = {
  late: 'bad',
  soon: 'warn',
  'in-time': undefined,
}

/** Of a task that has arrived, or has no plan, the day it is wanted by. */
export function sayDue(
  { due, summary }: Pick<ListedTask, 'due' | 'summary'>,
  now: number,
): SaidDue {
  const words = dueWords[language()]
  if (due === null) {
    const day = dayOf(summary)
    return { text: day === null ? words.noDate : formatDate(day), tone: undefined }
  }
  const lateness = latenessOf(due, now)
  const when = isNear(due.dueAt, now) ? formatDateTime(due.dueAt) : formatDate(due.dueAt, 'short')
  return {
    text: lateness === 'in-time' ? when : words[lateness](when),
    tone: dueTones[lateness],
  }
}

/** Only then does the hour matter. */
const isNear = (at: number, now: number): boolean => Math.abs(at - now) < 36 * 3_600_000
