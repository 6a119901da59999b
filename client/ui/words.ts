/** The few words the parts say by themselves; every other word comes as a prop. Chinese is the source. */
import { defineWords } from '#client/i18n/words.ts'

export const uiWords = defineWords({
  zh: {
    cut: (most: number, lost: number) => `这里最多 ${most} 个字，多出的 ${lost} 个字没有放进来`,
    pickFromCalendar: '打开日历',
    notADay: '写成 2026-12-05 这样的日期',
  },
  en: {
    cut: (most: number, lost: number) =>
      `This holds at most ${most} characters; ${lost} more did not fit and were left out`,
    pickFromCalendar: 'Open the calendar',
    notADay: 'Write the day like 2026-12-05',
  },
})
