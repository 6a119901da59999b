/** What differs between two versions of the SOP, a sentence each. */
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { deliverables } from '#shared/domain/choices/deliverables.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import {
  doingOf,
  hoursOf,
  stageById,
  type SopCheck,
  type SopStage,
} from '#shared/domain/tasks/sop.ts'
import { sopWords, type SopWords } from './words.ts'

export function sayChanges(from: SopContent, to: SopContent): readonly string[] {
  const words = useWords(sopWords)()
  const { diff } = words
  const name = (stage: SopStage): string => stage[language()]
  const gone = from.stages.filter(({ id }) => stageById(to, id) === null)
  const duties = [from.duties ?? 'solo', to.duties ?? 'solo'] as const
  return [
    ...(duties[0] === duties[1] ? [] : [diff.duties(words.dutyRules[duties[1]])]),
    ...(from.reworkRounds === to.reworkRounds
      ? []
      : [diff.rework(formatNumber(from.reworkRounds), formatNumber(to.reworkRounds))]),
    ...gone.map((stage) => diff.removed(name(stage))),
    ...to.stages.flatMap((stage) => {
      const before = stageById(from, stage.id)
      return before === null
        ? [diff.added(name(stage))]
        : stageChanges([from, before], [to, stage], words)
    }),
    ...(isReordered(from, to) ? [diff.order] : []),
  ]
}

type Of = readonly [sop: SopContent, stage: SopStage]

function stageChanges([from, before]: Of, [to, stage]: Of, words: SopWords): readonly string[] {
  const { diff } = words
  const name = stage[language()]
  const hours = deliverables.flatMap((one) => {
    const [was, is] = [hoursOf(from, before, one.id), hoursOf(to, stage, one.id)]
    return was === is ? [] : [{ what: one[language()], was, is }]
  })
  const [first] = hours
  return [
    ...(before[language()] === name ? [] : [diff.renamed(before[language()], name)]),
    ...(JSON.stringify(before.owner) === JSON.stringify(stage.owner) ? [] : [diff.owner(name)]),
    ...(doingOf(from, before) === doingOf(to, stage)
      ? []
      : [diff.doing(name, words.doings[doingOf(to, stage)])]),
    ...(first === undefined
      ? []
      : [
          diff.hours(
            name,
            hours.length === 1
              ? first.what
              : `${first.what}${words.between}${diff.moreHours(formatNumber(hours.length))}`,
            formatNumber(first.was, decimals),
            formatNumber(first.is, decimals),
          ),
        ]),
    ...checkChanges([...before.entry, ...before.exit], [...stage.entry, ...stage.exit], name),
  ]
}

const decimals = { maximumFractionDigits: 1 }

function checkChanges(
  before: readonly SopCheck[],
  after: readonly SopCheck[],
  stage: string,
): readonly string[] {
  const { diff } = useWords(sopWords)()
  const textsOf = (checks: readonly SopCheck[]): ReadonlySet<string> =>
    new Set(checks.map((check) => check[language()]))
  const [was, is] = [textsOf(before), textsOf(after)]
  return [
    ...[...is].filter((text) => !was.has(text)).map((text) => diff.checkAdded(stage, text)),
    ...[...was].filter((text) => !is.has(text)).map((text) => diff.checkRemoved(stage, text)),
  ]
}

/** Of the stages both have. */
function isReordered(from: SopContent, to: SopContent): boolean {
  const both = (one: SopContent, other: SopContent): string =>
    one.paths.whole.filter((id) => other.paths.whole.includes(id)).join(' ')
  return both(from, to) !== both(to, from)
}
