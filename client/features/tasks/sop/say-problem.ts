/** Why a version of the SOP cannot be published, as a sentence with the stage it is about. */
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { SopProblem } from '#shared/domain/tasks/judge-sop.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { sopWords } from './words.ts'

export function sayProblem(problem: SopProblem, sop: SopContent): string {
  const words = useWords(sopWords)()
  const name = (id: string): string => stageById(sop, id)?.[language()].trim() || words.unnamed
  switch (problem.code) {
    case 'no-name':
    case 'same-name':
    case 'unreachable':
    case 'empty-check':
      return words.problem[problem.code](name(problem.stage))
    case 'broken-path':
      return words.problem['broken-path']
    case 'no-stages':
      return words.noStages[problem.half]
    case 'too-many-stages':
      return words.tooManyStages(formatNumber(problem.count), formatNumber(problem.limit))
    case 'too-many-checks':
      return words.tooManyChecks(name(problem.stage), formatNumber(problem.limit))
    case 'name-too-long':
      return words.nameTooLong(name(problem.stage), formatNumber(problem.limit))
    case 'check-too-long':
      return words.checkTooLong(name(problem.stage), formatNumber(problem.limit))
    case 'hours':
      return words.hoursWrong(name(problem.stage), formatNumber(problem.limit))
    case 'rework':
      return words.reworkWrong(formatNumber(problem.limit))
    case 'too-long':
      return words.tooLong(formatNumber(problem.limit))
  }
}
