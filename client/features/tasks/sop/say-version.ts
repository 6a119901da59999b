/** A version of the SOP by name: whose it is and which. */
import { formatDateTime, formatNumber } from '#client/i18n/format.ts'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import type { CurrentSop } from '#client/live/current-sop.ts'
import { shippedVersion, type Publication } from '#shared/records/sop-versions.ts'
import { sopWords } from './words.ts'

export interface SaidBy {
  readonly me: string
  /** Empty for nobody known. */
  readonly nameOf: (member: string) => string
}

export function whoSaid(by: string, { me, nameOf }: SaidBy): string {
  const words = useWords(sopWords)()
  const name = isolate(nameOf(by) || words.somebody)
  return by === me ? words.you(name) : name
}

/** Null: the shipped one. */
export function versionName(publication: Publication | null): string {
  const words = useWords(sopWords)()
  return publication === null || publication.version === shippedVersion
    ? words.shipped
    : words.version(formatNumber(publication.number))
}

export const whenSaid = (publication: Publication, among: SaidBy): string =>
  useWords(sopWords)().published(whoSaid(publication.by, among), formatDateTime(publication.at))

/** What is to be said where the current version cannot be used here; null where it can. */
export function sayInstead({ instead }: CurrentSop, among: SaidBy): string | null {
  if (instead === null) return null
  const words = useWords(sopWords)()
  const { of, why } = instead
  return words.instead(versionName(of), whoSaid(of.by, among), words.gaps[why])
}
