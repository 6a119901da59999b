/**
 * Typed dictionaries: Chinese is the source, English must hold the same keys (tsc checks it, also the parameters).
 * A word is a string, a function of its parameters, or a group of words. No file formats, no loading, no fallbacks.
 * Every text a function is given stands isolated in its sentence (isolate.ts), so that no dictionary has to think of it.
 */
import type { Accessor } from 'solid-js'
import { isolate } from './isolate.ts'
import { language, type Language } from './language.ts'

export type Word = string | ((...parameters: never[]) => string) | { readonly [key: string]: Word }

/** The same keys, with any text: what a translation of `Source` has to be. */
export type SameWords<Source> = Source extends string
  ? string
  : Source extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : { readonly [Key in keyof Source]: SameWords<Source[Key]> }

export type Dictionary<Words> = { readonly [L in Language]: Words }

export function defineWords<Source extends { readonly [key: string]: Word }>(words: {
  readonly zh: Source
  readonly en: SameWords<NoInfer<Source>>
}): Dictionary<SameWords<Source>>
export function defineWords(words: Dictionary<unknown>): Dictionary<unknown> {
  return { zh: isolating(words.zh), en: isolating(words.en) }
}

function isolating(word: unknown): unknown {
  if (typeof word === 'function') {
    const say = (...parameters: unknown[]): unknown =>
      Reflect.apply(
        word,
        undefined,
        parameters.map((one) => (typeof one === 'string' ? isolate(one) : one)),
      )
    return Object.defineProperty(say, 'length', { value: word.length })
  }
  if (typeof word !== 'object' || word === null) return word
  return Object.fromEntries(Object.entries(word).map(([key, inner]) => [key, isolating(inner)]))
}

/** The dictionary in the language of the moment; call it where a word is shown: `const t = useWords(briefWords)`, `t().title`. */
export function useWords<Words>(words: Dictionary<Words>): Accessor<Words> {
  return () => words[language()]
}
