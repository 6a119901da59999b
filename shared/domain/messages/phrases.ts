/** The team's phrase book: what kinds of messages there are, what they can name, and how one is written out of it. Pure. */
import { languageById } from '#shared/domain/choices/languages.ts'
import { phraseIds, type PhraseId } from '#shared/lib/message-phrases.ts'
import { limits } from '#shared/protocol/limits.ts'
import { shippedPhrases } from './shipped-phrases.ts'

/** What a phrase can name, in braces. */
export const phrasePlaces = ['receiver', 'task', 'stage', 'note', 'day', 'link', 'sender'] as const
export type PhrasePlace = (typeof phrasePlaces)[number]

/** A team's own wordings: `<phrase>.<language>`. */
export type OwnPhrases = ReadonlyMap<string, string>

export const phraseKey = (phrase: PhraseId, language: string): string => `${phrase}.${language}`

export const isPhraseKey = (key: string): boolean => {
  const [phrase = '', language = '', ...rest] = key.split('.')
  return (
    rest.length === 0 && phraseIds.some((id) => id === phrase) && languageById(language) !== null
  )
}

/** The team's wording, else the shipped one; null in a language nobody has written it in. */
export const wordingOf = (own: OwnPhrases, phrase: PhraseId, language: string): string | null =>
  own.get(phraseKey(phrase, language)) ?? shippedPhrases[phrase][language] ?? null

/** In which languages there is one, in the order of the shipped ones. */
export function languagesOf(own: OwnPhrases, phrase: PhraseId): readonly string[] {
  const written = [...own.keys()].flatMap((key) =>
    key.startsWith(`${phrase}.`) ? [key.slice(phrase.length + 1)] : [],
  )
  return [...new Set([...Object.keys(shippedPhrases[phrase]), ...written.toSorted()])]
}

/** What is in braces and names nothing. */
export const unknownPlaces = (wording: string): readonly string[] => [
  ...new Set(
    [...wording.matchAll(/\{([^{}\n]*)\}/g)].flatMap(([whole, place = '']) =>
      phrasePlaces.some((known) => known === place) ? [] : [whole],
    ),
  ),
]

/**
 * A message of a wording. A line is left out when one of the places it names has nothing to say. What somebody typed is put in as it
 * is, braces too. Cut to what a message may be.
 */
export function writeMessage(
  wording: string,
  values: Readonly<Record<PhrasePlace, string>>,
): string {
  const lines = wording.split('\n').flatMap((line) => {
    let isSilent = false
    const said = line.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => {
      const place = phrasePlaces.find((known) => known === name)
      if (place === undefined) return whole
      if (values[place].trim() === '') isSilent = true
      return values[place]
    })
    return isSilent ? [] : [said]
  })
  return [...lines.join('\n').trim()].slice(0, limits.messageCharacters).join('')
}

export interface Speaks {
  readonly id: string
  /** 1 to 5. */
  readonly level: number | null
  readonly native: boolean
}

/** Fewer than that and somebody would rather read another. */
const readsWell = 3

/** In which of the languages there are somebody is written to: their own, the one they read best, else English. */
export function languageFor(speaks: readonly Speaks[], there: readonly string[]): string {
  const best = speaks
    .filter(({ id, native, level }) => there.includes(id) && (native || (level ?? 0) >= readsWell))
    .toSorted(
      (one, other) =>
        Number(other.native) - Number(one.native) || (other.level ?? 0) - (one.level ?? 0),
    )
  return best[0]?.id ?? 'en'
}
