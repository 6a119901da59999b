/**
 * A word that asks for a result without saying what is to be seen, and what to write instead. Left out: the words themselves, a
 * table a language, and how they are found (find-vague.ts).
 */
export interface VagueWord {
  readonly id: string
  /** The phrase and its variants; Chinese is found inside any text, English between word ends. */
  readonly words: readonly string[]
  readonly zh: string
  readonly en: string
}
