/** Who made a change, in words. */
import type { PastEntry } from '#shared/domain/briefs/history/sittings.ts'
import { useWords } from '#client/i18n/words.ts'
import { historyWords } from './words.ts'

export interface Names {
  /** A name to show for a member; empty for nobody known. */
  readonly nameOf: (member: string) => string
  readonly me: string
}

export function whoOf(entry: PastEntry, { nameOf, me }: Names): string {
  const words = useWords(historyWords)()
  if (entry.isBeginning) return words.beginning
  const name = entry.member === null ? '' : nameOf(entry.member)
  if (name === '') return words.somebody
  return entry.member === me ? words.you(name) : name
}
