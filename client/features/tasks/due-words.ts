/** Words of when a stage is due. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const dueWords = defineWords({
  zh: {
    late: (when: string) => `已逾期 · ${when}`,
    soon: (when: string) => `快到期 · ${when}`,
    noDate: '没定日期',
  },
  en: {
    late: (when: string) => `Overdue · ${when}`,
    soon: (when: string) => `Due soon · ${when}`,
    noDate: 'no date',
  },
})
