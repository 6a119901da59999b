/** Whether somebody may do the review a task stands in, and who else can: those of the stage's function first. */
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { dutiesIn, type NotAllowed } from '#shared/domain/tasks/separation.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { dutyWords } from './duty-words.ts'

/** More than so many are no help. */
const named = 5

export function whyNotReview(
  { sop, log }: Pick<ListedTask, 'sop' | 'log'>,
  member: MemberId,
): NotAllowed | null {
  return sop === null ? null : dutiesIn(sop, log.entries).why(log.step, member)
}

/** Null where this person may. */
export function sayDuties(
  listed: Pick<ListedTask, 'sop' | 'log' | 'role'>,
  me: string,
  people: readonly Person[],
): string | null {
  const words = useWords(dutyWords)()
  const why = whyNotReview(listed, me as MemberId)
  if (why === null) return null
  const can = people.filter(({ member }) => whyNotReview(listed, member) === null)
  const { role } = listed
  const fitting = can.filter(({ functions }) => role !== null && functions.includes(role))
  const names = (fitting.length > 0 ? fitting : can).map(({ name }) => isolate(name))
  return [
    words[why],
    names.length === 0 ? words.nobody : words.can(names.slice(0, named).join(words.between)),
  ].join(words.stop)
}
