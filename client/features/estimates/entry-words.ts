/** Words of the way to an estimate, which stands on a page that does not load it. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const entryWords = defineWords({
  zh: { entry: '费用估算' },
  en: { entry: 'Estimate' },
})
