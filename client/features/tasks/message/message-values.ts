/** What a message about a task can name, in the language it is written in. Times are at the clock of whoever reads it. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { PhraseId } from '#shared/lib/message-phrases.ts'
import type { PhrasePlace } from '#shared/domain/messages/phrases.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platformById } from '#shared/domain/choices/platforms.ts'
import { slotName } from '#shared/domain/tasks/slot-name.ts'
import { dayOf } from '#shared/domain/tasks/task.ts'

export interface MessageAbout {
  readonly phrase: PhraseId
  readonly task: Pick<ListedTask, 'summary' | 'stage' | 'due'>
  readonly receiver: string
  readonly sender: string
  readonly note: string
  /** Empty while nobody else can open it. */
  readonly link: string
  readonly language: string
  /** IANA; null: the writer's. */
  readonly timeZone: string | null
  readonly now: number
}

export function messageValues(about: MessageAbout): Readonly<Record<PhrasePlace, string>> {
  const { task, receiver, sender, note, link, language } = about
  // The names of things are known in two languages; others read English.
  const named = language === 'zh' ? 'zh' : 'en'
  const { summary, stage } = task
  const parts = [
    slotName(summary, named),
    summary.sku || summary.name,
    platformById(summary.platform)?.[named] ?? summary.platform,
    marketById(summary.market)?.[named] ?? '',
    languageOf(summary.locale)?.[named] ?? summary.locale,
  ]
  return {
    ...{ receiver, sender, note: note.trim(), link },
    task: parts.filter((part) => part !== '' && part !== '-').join(' · '),
    stage: stage?.[named] ?? '',
    // Nobody can answer or mend by a day that is over; of a reminder it is the point.
    day: isOver(about) ? '' : dayIn(about),
  }
}

const isOver = ({ phrase, task, now }: MessageAbout): boolean =>
  phrase !== 'remind' && task.due !== null && task.due.dueAt < now

function dayIn({ task, language, timeZone }: MessageAbout): string {
  // As the app itself writes English.
  const locale = language === 'en' ? 'en-GB' : language
  const day = { weekday: 'short', month: 'short', day: 'numeric' } as const
  if (task.due !== null)
    return new Intl.DateTimeFormat(locale, {
      ...day,
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      ...(timeZone === null ? {} : { timeZone, timeZoneName: 'short' }),
    }).format(task.due.dueAt)
  const wanted = dayOf(task.summary)
  if (wanted === null) return ''
  return new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' }).format(
    new Date(`${wanted}T00:00:00Z`),
  )
}
