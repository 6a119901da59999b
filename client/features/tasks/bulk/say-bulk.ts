/** What became of many tasks, as sentences with exact counts. */
import { formatDate, formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { tagWord } from '#shared/domain/tasks/tags.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { BulkOutcome, BulkUndone } from './bulk-calls.ts'
import { reasonsNot, type WhyNot } from './judge-bulk.ts'
import { bulkWords } from './words.ts'

export function sayDone({ act, done }: BulkOutcome, nameOf: (member: string) => string): string {
  const { done: said } = useWords(bulkWords)()
  const count = formatNumber(done.length)
  if (done.length === 0) return said.none
  switch (act.kind) {
    case 'assign':
      return act.to === null ? said.letGo(count) : said.assign(nameOf(act.to), count)
    case 'day':
      return act.day === null ? said.asBrief(count) : said.day(formatDate(act.day), count)
    case 'move':
      return said.move(count)
    case 'tag':
      return act.on
        ? said.tagged(tagWord(act.tag, language()), count)
        : said.untagged(tagWord(act.tag, language()), count)
  }
}

export function sayUndone({ back, left, stored }: BulkUndone): string {
  const words = useWords(bulkWords)()
  if (!stored) return words.notStored
  return left === 0
    ? words.undone(formatNumber(back))
    : words.undoneBut(formatNumber(back), formatNumber(left))
}

/** Null while it is within the limit. */
export function sayTooMany(count: number): string | null {
  const words = useWords(bulkWords)()
  return count > limits.tasksAtOnce
    ? words.tooMany(formatNumber(count), formatNumber(limits.tasksAtOnce))
    : null
}

/** Null while all of it went in. */
export function sayTagLong(typed: string): string | null {
  const isLong = [...typed.trim()].length > limits.tagCharacters
  return isLong ? useWords(bulkWords)().tagLong(limits.tagCharacters) : null
}

/** By reason, in the order reasons are listed. */
export function byReason(
  not: readonly { readonly task: ListedTask; readonly why: WhyNot }[],
): readonly { readonly why: WhyNot; readonly tasks: readonly ListedTask[] }[] {
  return reasonsNot
    .map((why) => ({ why, tasks: not.filter((one) => one.why === why).map(({ task }) => task) }))
    .filter(({ tasks }) => tasks.length > 0)
}
