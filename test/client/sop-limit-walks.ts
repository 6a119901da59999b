/** The limits of a version of the SOP, for app-limits.dom.test.tsx: what a lead is told at each, and one above it. */
import { sayProblem } from '#client/features/tasks/sop/say-problem.ts'
import { setLanguage, type Language } from '#client/i18n/language.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { addStage, changeChecks, setHours, translateName } from '#shared/domain/tasks/edit-sop.ts'
import { judgeSop } from '#shared/domain/tasks/judge-sop.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import { limits } from '#shared/protocol/limits.ts'

const text = (length: number): string => 'x'.repeat(length)

const walk =
  (most: number, at: (count: number) => readonly [SopContent, number?]) => (language: Language) => {
    setLanguage(language)
    const told = (count: number): string | null => {
      const [sop, length] = at(count)
      const [problem] = judgeSop(sop, length)
      return problem === undefined ? null : sayProblem(problem, sop)
    }
    return { at: told(most), above: told(most + 1) }
  }

const worked = defaultSop.stages.filter(({ owner }) => owner !== null).length
const letters = 'abcdefghijklmnopqrstuvwxyz'
const stages = (count: number): SopContent =>
  Array.from({ length: count - worked }, (_, n) => letters.charAt(n)).reduce<SopContent>(
    (sop, letter) =>
      addStage(sop, 'master', { id: `stage-${letter}`, name: letter, owner: 'quality' }),
    defaultSop,
  )
const check = (id: string, said: string) => ({ id, zh: said, en: said })

export const sopLimitWalks = {
  sopStages: walk(limits.sopStages, (count) => [stages(count)]),
  sopChecks: walk(limits.sopChecks, (count) => [
    changeChecks(defaultSop, 'draft', 'exit', () =>
      Array.from({ length: count }, (_, n) => check(`check-${letters.charAt(n)}`, `${n}`)),
    ),
  ]),
  sopNameCharacters: walk(limits.sopNameCharacters, (count) => [
    translateName(defaultSop, 'draft', 'en', text(count)),
  ]),
  sopCheckCharacters: walk(limits.sopCheckCharacters, (count) => [
    changeChecks(defaultSop, 'draft', 'exit', () => [check('one', text(count))]),
  ]),
  sopStageHours: walk(limits.sopStageHours, (count) => [
    setHours(defaultSop, 'draft', 'bullets', count),
  ]),
  sopReworkRounds: walk(limits.sopReworkRounds, (count) => [
    { ...defaultSop, reworkRounds: count },
  ]),
  sopTextCharacters: walk(limits.sopTextCharacters, (count) => [defaultSop, count]),
}
