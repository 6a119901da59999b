/**
 * Finds vague words in a text: NFKC first; the longest word wins where two overlap; a hit that overlaps a place in which the word
 * says something is not one. Pure. Left out: which texts of a brief are looked at (flags.ts).
 */
import { allowedPlaces } from './allowed-places.ts'
import { vagueWords } from './vague-words.ts'

export interface VagueHit {
  /** Of the vague word. */
  readonly id: string
  /** As it stands in the text. */
  readonly text: string
}

interface Wanted {
  readonly id: string
  readonly find: RegExp
  readonly allowed: readonly RegExp[]
}
interface Placed extends VagueHit {
  readonly from: number
  readonly to: number
}

/** In the order of the text. */
export function findVague(said: string): VagueHit[] {
  const text = said.normalize('NFKC')
  if (!anyWord.test(text)) return []
  const found = wanted.flatMap(({ id, find, allowed }): Placed[] => {
    const hits = placesOf(find, text)
    if (hits.length === 0) return []
    const fine = allowed.flatMap((place) => placesOf(place, text))
    return hits
      .filter((hit) => !fine.some((place) => overlaps(hit, place)))
      .map((hit) => ({ id, text: text.slice(hit.from, hit.to), ...hit }))
  })
  const kept: Placed[] = []
  const longestFirst = found.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  for (const hit of longestFirst) if (!kept.some((other) => overlaps(hit, other))) kept.push(hit)
  return kept.sort((a, b) => a.from - b.from).map(({ id, text: hit }) => ({ id, text: hit }))
}

const placesOf = (find: RegExp, text: string): { readonly from: number; readonly to: number }[] =>
  [...text.matchAll(find)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))

const overlaps = (
  one: { readonly from: number; readonly to: number },
  other: { readonly from: number; readonly to: number },
): boolean => one.from < other.to && other.from < one.to

/** Latin words end where no letter or figure follows; Chinese has no word ends. */
function patternOf(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (/\p{Script=Han}/u.test(word)) return escaped
  return `(?<![\\p{Script=Latin}\\p{N}])${escaped}(?![\\p{Script=Latin}\\p{N}])`
}

const wanted: readonly Wanted[] = vagueWords.flatMap(({ id, words }) => {
  const lower = new Set(words.map((word) => word.toLowerCase()))
  const allowed = allowedPlaces.filter(({ word }) => lower.has(word.toLowerCase()))
  return words.map((word) => ({
    id,
    find: new RegExp(patternOf(word.normalize('NFKC')), 'giu'),
    allowed: allowed.map(({ place }) => place),
  }))
})

/** Most texts hold none: one look says so. */
const anyWord = new RegExp(
  vagueWords
    .flatMap(({ words }) => words.map((word) => patternOf(word.normalize('NFKC'))))
    .join('|'),
  'iu',
)
