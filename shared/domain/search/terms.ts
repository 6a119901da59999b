/**
 * Text as terms to search by, Chinese and English alike. Scripts written without spaces become pairs of neighbouring
 * characters, so that any part of a run is found whatever a dictionary thinks a word is; everything else becomes words,
 * in small letters without accents. Left out: the index (client/workers).
 */

/** Written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const pieces = new RegExp(
  `(?:${unspaced.source}[\\p{M}ー々]*)+|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
)
const accents = /[\u0300-\u036f]/g

/** What a text is found by: pairs, and each run's last character by itself. */
export const termsOf = (text: string): string[] =>
  split(text, (run) => [...pairs(run), ...run.slice(-1)])

/** What is asked for: pairs, or the one character, which stands for every pair that begins with it. */
export const termsAsked = (text: string): string[] =>
  split(text, (run) => (run.length > 1 ? pairs(run) : run))

/** As both are compared. */
export const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFD').replace(accents, '').normalize('NFC')

function split(text: string, ofRun: (run: readonly string[]) => readonly string[]): string[] {
  const found = plain(text).match(pieces) ?? []
  return found.flatMap((piece) => (unspaced.test(piece) ? ofRun([...piece]) : [piece]))
}

const pairs = (run: readonly string[]): string[] =>
  run.slice(1).map((character, place) => `${run[place] ?? ''}${character}`)

/** Where in a text the first of the terms asked for stands, as its first and the place behind its last UTF-16 unit; null when none does. */
export function firstMatch(
  text: string,
  asked: readonly string[],
): readonly [number, number] | null {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment, index }) => ({
    plain: plain(segment),
    index,
    end: index + segment.length,
  }))
  const joined = letters.map((letter) => letter.plain).join('')
  const places = letters.flatMap((letter) =>
    Array.from({ length: letter.plain.length }, () => letter),
  )
  const found = asked
    .map((term) => ({ at: joined.indexOf(term), term }))
    .filter(({ at }) => at >= 0)
  const [first] = found.sort((a, b) => a.at - b.at)
  if (first === undefined) return null
  const [from, to] = [places[first.at], places[first.at + first.term.length - 1]]
  return from === undefined || to === undefined ? null : [from.index, to.end]
}
