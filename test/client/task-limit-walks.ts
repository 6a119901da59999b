/** Limits of tasks the app keeps by itself, each at the limit and one above; walked by app-limits.dom.test.tsx. */
import { expect } from 'vitest'
import { whyNot } from '#client/features/tasks/bulk/judge-bulk.ts'
import { sayTagLong, sayTooMany } from '#client/features/tasks/bulk/say-bulk.ts'
import { bulkWords } from '#client/features/tasks/bulk/words.ts'
import { sayTooManyViews } from '#client/features/tasks/saved/say-saved.ts'
import { sayLongMessage } from '#client/features/tasks/message/say-length.ts'
import { sayLongPhrase } from '#client/features/workspace/say-phrase.ts'
import { sayTooManyWaits } from '#client/features/tasks/task/say-waits.ts'
import { setLanguage, type Language } from '#client/i18n/language.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { tagOf, type Tag } from '#shared/domain/tasks/tags.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'

const me = 'm'.repeat(26) as MemberId
const text = (length: number): string => 'x'.repeat(length)

export const taskLimitWalks = {
  phraseCharacters(language: Language) {
    setLanguage(language)
    const told = (length: number): string | null => sayLongPhrase(text(length))
    return { at: told(limits.phraseCharacters), above: told(limits.phraseCharacters + 1) }
  },
  messageCharacters(language: Language) {
    setLanguage(language)
    const told = (length: number): string | null => sayLongMessage(text(length))
    return { at: told(limits.messageCharacters), above: told(limits.messageCharacters + 1) }
  },
  tasksAtOnce(language: Language) {
    setLanguage(language)
    return { at: sayTooMany(limits.tasksAtOnce), above: sayTooMany(limits.tasksAtOnce + 1) }
  },
  tagCharacters(language: Language) {
    setLanguage(language)
    const told = (length: number): string | null => {
      expect(tagOf('other', text(length))).toBe(`other.${text(limits.tagCharacters)}`)
      return sayTagLong(text(length))
    }
    return { at: told(limits.tagCharacters), above: told(limits.tagCharacters + 1) }
  },
  waitsPerTask(language: Language) {
    setLanguage(language)
    return {
      at: sayTooManyWaits(limits.waitsPerTask),
      above: sayTooManyWaits(limits.waitsPerTask + 1),
    }
  },
  savedViews(language: Language) {
    setLanguage(language)
    return {
      at: sayTooManyViews(limits.savedViews),
      above: sayTooManyViews(limits.savedViews + 1),
    }
  },
  tagsPerTask(language: Language) {
    const told = (count: number): string | null => {
      const tags = Array.from({ length: count - 1 }, (_, at): Tag => `other.${100 + at}`)
      const task = { isHere: true, summary: { tags } } as unknown as ListedTask
      const why = whyNot(task, { kind: 'tag', tag: 'other.new', on: true }, true, null, me)
      return why === null ? null : bulkWords[language].why[why]
    }
    return { at: told(limits.tagsPerTask), above: told(limits.tagsPerTask + 1) }
  },
}
