/** Which rows of a file with something in them did not become products, and why; blank rows are nobody's loss. */
import type { RowProblem } from './catalogue.ts'

export interface LeftOut {
  readonly rows: number
  /** How many rows for each reason, the commonest first. A row counts once, for the first reason found. */
  readonly reasons: readonly (readonly [RowProblem['code'], number])[]
}

export const isLeftOut = (problem: RowProblem): boolean =>
  problem.rowNumber !== null && !problem.imported && problem.code !== 'blank-row'

export function leftOutRows(problems: readonly RowProblem[]): LeftOut {
  const reasonOf = new Map<number, RowProblem['code']>()
  // Remarks on single cells of a repeated row come before the clash that left it out.
  const clashesFirst = [...problems].sort(
    (a, b) => Number('firstRow' in b) - Number('firstRow' in a),
  )
  for (const problem of clashesFirst)
    if (isLeftOut(problem) && problem.rowNumber !== null && !reasonOf.has(problem.rowNumber))
      reasonOf.set(problem.rowNumber, problem.code)
  const counts = new Map<RowProblem['code'], number>()
  for (const code of reasonOf.values()) counts.set(code, (counts.get(code) ?? 0) + 1)
  return { rows: reasonOf.size, reasons: [...counts].sort((a, b) => b[1] - a[1]) }
}
