/** The vague words of the method, in both languages people write briefs in. */
import type { VagueWord } from './vague-word.ts'
import { chineseVagueWords } from './vague-words-zh.ts'
import { englishVagueWords } from './vague-words-en.ts'

export const vagueWords: readonly VagueWord[] = [...chineseVagueWords, ...englishVagueWords]

export const vagueWordById = (id: string): VagueWord | null =>
  vagueWords.find((one) => one.id === id) ?? null
