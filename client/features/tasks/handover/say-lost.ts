/** A value of a task that lost a merge, in words: what it is of, and what it says. */
import { formatDate } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { wholeName } from '#client/features/tasks/say-task.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { parseTag, tagWord } from '#shared/domain/tasks/tags.ts'
import type { LostValue } from '#shared/documents/readers/lost-values.ts'
import { handoverWords } from './words.ts'

export interface LostAmong {
  readonly task: ListedTask
  readonly tasks: readonly ListedTask[]
  readonly nameOf: (member: string) => string
}

export function sayLostField({ root, key }: LostValue, among: LostAmong): string {
  const words = handoverWords[language()].fields
  const [id = ''] = key.split('/')
  if (root === 'fields' && key === 'dueOn') return words.day
  if (root === 'fields' && key === 'retired') return words.retired
  if (root === 'owners') return words.owner(stageName(among, id))
  if (root === 'ticks') return words.check(checkName(among, id))
  const tag = root === 'tags' ? parseTag(id) : null
  if (tag !== null) return words.tag(tagWord(tag, language()))
  const other = root === 'waits' ? among.tasks.find(({ topic }) => topic === id) : undefined
  return other === undefined ? words.other : words.wait(wholeName(other.summary))
}

export function sayLostValue({ root, key }: LostValue, value: unknown, among: LostAmong): string {
  const words = handoverWords[language()]
  if (root === 'owners')
    return typeof value === 'string' ? among.nameOf(value) || words.somebody : words.nobody
  if (key === 'dueOn') return (typeof value === 'string' && formatDate(value)) || words.noDay
  return value === true ? words.yes : words.no
}

function stageName({ task }: LostAmong, id: string): string {
  const stage = task.sop === null ? null : stageById(task.sop, id)
  return stage?.[language()] ?? id
}

/** `<step>.<check>.<round>` */
function checkName({ task }: LostAmong, tick: string): string {
  const [step = '', id = ''] = tick.split('.')
  const stage = task.sop === null ? null : stageById(task.sop, step)
  return stage?.exit.find((check) => check.id === id)?.[language()] ?? id
}
