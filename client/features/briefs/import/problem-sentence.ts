/** A remark as a line: where, what stands there, and what there is to say. */
import type { RowProblem } from '#shared/domain/briefs/catalogue/catalogue.ts'
import type { problemWords } from './problem-words.ts'

export function problemSentence(
  problem: RowProblem,
  words: (typeof problemWords)['zh'],
  between: string,
): string {
  const value = 'value' in problem ? problem.value : ''
  return [problem.column ?? '', value, words[problem.code]]
    .filter((part) => part !== '')
    .join(between)
}
