/** How bad a remark is: an error costs a row or a cell, a warning wants to be looked at, a note is only told. */
import type { RowProblem } from './catalogue.ts'

export type Severity = 'error' | 'warning' | 'note'

const errors: ReadonlySet<RowProblem['code']> = new Set([
  'missing-sku',
  'missing-name',
  'missing-handle',
  'duplicate-sku',
  'duplicate-row',
  'bad-number',
  'orphan-child',
  'cell-too-long',
])
const notes: ReadonlySet<RowProblem['code']> = new Set(['blank-row', 'picture-rows'])

export const severityOf = ({ code }: Pick<RowProblem, 'code'>): Severity =>
  errors.has(code) ? 'error' : notes.has(code) ? 'note' : 'warning'
