/** How hard a language is to come by and to set, from 1 to 4 (spec: choices, vocabulary 1). One the table does not hold is scarce. */
const easierThanScarce: Readonly<Record<number, readonly string[]>> = {
  1: ['en', 'zh', 'es'],
  2: ['pt', 'fr', 'de', 'it', 'nl', 'id', 'ms'],
  3: ['tl', 'pl', 'sv', 'tr', 'ru', 'ja', 'ko', 'vi'],
}
const scarce = 4

export function difficultyOf(language: string): number {
  const found = Object.entries(easierThanScarce).find(([, ids]) => ids.includes(language))
  return found === undefined ? scarce : Number(found[0])
}
