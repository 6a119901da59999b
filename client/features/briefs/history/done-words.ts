/** What was done, in one line of words. */
import { formatDateTime } from '#client/i18n/format.ts'
import type { Done } from '#shared/domain/briefs/history/sittings.ts'
import type { HistoryWords } from './words.ts'

export function sayDone(done: readonly Done[], words: HistoryWords): string {
  return done.map((one) => sayOne(one, words)).join(words.between)
}

function sayOne(done: Done, words: HistoryWords): string {
  switch (done.kind) {
    case 'part':
      return words.times(words.parts[done.part], done.count)
    case 'import':
      return words.imported(done.added, done.updated)
    case 'restore':
      return done.at === null ? words.restoredOnce : words.restoredTo(formatDateTime(done.at))
    case 'undo':
      return words.undone(done.count)
    case 'put-back':
      return words.putBackDone
    case 'other':
      return words.otherChanges(done.count)
    case 'beginning':
      return words.beginningHelp
  }
}
