/** The words for this very moment: Intl has only one that sounds like a clock. */
import { defineWords } from './words.ts'

export const momentWords = defineWords({
  zh: { justNow: '刚刚' },
  en: { justNow: 'just now' },
})
