/** A name for a set of headings, whatever their order, width and case: what is remembered about one list holds for the next. */
import { digest } from 'lib0/hash/sha256'
import { bytesToBase32 } from '#shared/lib/ids.ts'
import { levelled } from './header-words.ts'

export function headingsKey(titles: readonly string[]): string {
  const words = titles.map(levelled).toSorted().join('\0')
  return bytesToBase32(digest(new TextEncoder().encode(`headings\0${words}`)).subarray(0, 10))
}
