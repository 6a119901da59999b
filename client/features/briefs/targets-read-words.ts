/** Words of the markets as they are read. */
import { defineWords } from '#client/i18n/words.ts'

export const targetsReadWords = defineWords({
  zh: { none: '还没有选市场' },
  en: { none: 'No markets chosen yet' },
})
