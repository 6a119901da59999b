/**
 * Whom a text speaks to: `@` and a name, as people type it. Of several names that fit the longest counts; two people of one
 * name are both meant, because nobody who reads the text could tell them apart. Left out: offering names (the composer).
 */
import type { MemberId } from '#shared/lib/ids.ts'
import type { Mention } from './talk.ts'

export interface Named {
  readonly member: MemberId
  readonly name: string
}

/** Each person once, in the order of the text. */
export function mentionsIn(text: string, people: readonly Named[]): Mention[] {
  const found = new Map<MemberId, Mention>()
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = nameAt(text, at + 1, people)
    if (name === null) continue
    for (const person of people)
      if (person.name === name) found.set(person.member, { member: person.member, name })
  }
  return [...found.values()]
}

/** The longest name that stands at `at`; null for none. */
export function nameAt(text: string, at: number, people: readonly Named[]): string | null {
  let longest: string | null = null
  for (const { name } of people) {
    if (name === '' || !text.startsWith(name, at) || name.length <= (longest?.length ?? 0)) continue
    const [last, next] = [name.at(-1) ?? '', text[at + name.length] ?? '']
    // `@An` does not mean Anna's text; Chinese goes on without a space.
    if (!(spaced.test(last) && spaced.test(next))) longest = name
  }
  return longest
}

/** Letters of scripts that part words by spaces. */
const spaced = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u
