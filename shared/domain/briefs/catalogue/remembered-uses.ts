/** What a person said the columns of a list are, as the desk keeps it: heading → use. Read totally: what is not understood is guessed. */
import { isColumnUse, type ColumnUse } from './column-use.ts'
import { guessUses } from './columns.ts'

export const toRemember = (
  titles: readonly string[],
  uses: readonly ColumnUse[],
): Record<string, ColumnUse> =>
  Object.fromEntries(
    titles.flatMap((title, at) => (title === '' ? [] : [[title, uses[at] ?? 'none']])),
  )

/** Null where nothing of use is remembered. */
export function remembered(titles: readonly string[], kept: unknown): ColumnUse[] | null {
  if (typeof kept !== 'object' || kept === null) return null
  const known = new Map<string, unknown>(Object.entries(kept))
  const guesses = guessUses(titles)
  let any = false
  const uses = titles.map((title, at) => {
    const use = known.get(title)
    if (!isColumnUse(use)) return guesses[at] ?? 'none'
    any = true
    return use
  })
  return any ? uses : null
}
