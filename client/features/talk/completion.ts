/** Who may be meant by the `@` that is being typed. Pure; the composer shows it. */
import type { Named } from '#shared/domain/talk/mentions.ts'

export interface Completion {
  /** Where the `@` stands. */
  readonly from: number
  readonly people: readonly Named[]
}

const shown = 6
const longest = 40

/** Null where no name is being typed, or nobody's fits. A name typed to its end with a space behind it is done. */
export function completeAt(
  text: string,
  caret: number,
  people: readonly Named[],
): Completion | null {
  const from = text.lastIndexOf('@', caret - 1)
  if (from === -1 || caret - from > longest) return null
  // `julia@example.com` is an address, not a colleague.
  if (/[\p{Script=Latin}\p{N}._-]/u.test(text[from - 1] ?? '')) return null
  const typed = text.slice(from + 1, caret).toLocaleLowerCase()
  if (/[\n@]/.test(typed) || typed.startsWith(' ')) return null
  const fits = (name: string): boolean => {
    const lower = name.toLocaleLowerCase()
    return typed.includes(' ') ? lower.startsWith(typed) : lower.includes(typed)
  }
  const found = people.filter(({ name }) => name !== '' && fits(name))
  const first = (name: string): number => (name.toLocaleLowerCase().startsWith(typed) ? 0 : 1)
  const sorted = found.toSorted((a, b) => first(a.name) - first(b.name))
  return sorted.length === 0 ? null : { from, people: sorted.slice(0, shown) }
}

/** The text with the name in the place of what was typed of it, and where the caret goes. */
export function complete(
  text: string,
  caret: number,
  { from }: Completion,
  name: string,
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, from)}@${name} `
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length }
}
