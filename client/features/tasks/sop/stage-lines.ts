/** What a stage of the SOP is for one kind of asset, in words. */
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { deliverables, type DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import { functionById } from '#shared/domain/people/functions.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import {
  checksFor,
  hoursOf,
  ownerOf,
  type SopCheck,
  type SopStage,
} from '#shared/domain/tasks/sop.ts'
import { sopWords } from './words.ts'

export const deliverablesOf = (kind: DeliverableKind) =>
  deliverables.filter((one) => one.kind === kind)

/** From the least to the most among the deliverables of the kind that walk it; null where none does. */
export function hoursFor(sop: SopContent, stage: SopStage, kind: DeliverableKind): string | null {
  const hours = deliverablesOf(kind)
    .map(({ id }) => hoursOf(sop, stage, id))
    .filter((one) => one > 0)
  if (hours.length === 0) return null
  const [least, most] = [Math.min(...hours), Math.max(...hours)]
  const said = (one: number): string => formatNumber(one, { maximumFractionDigits: 1 })
  return least === most ? said(least) : `${said(least)}–${said(most)}`
}

export const ownerName = (stage: SopStage, kind: DeliverableKind): string =>
  functionById(ownerOf(stage, kind) ?? '')?.[language()] ?? ''

/** How long, and when it begins. */
export function stageTimes(sop: SopContent, stage: SopStage, kind: DeliverableKind): string {
  const words = useWords(sopWords)()
  const hours = hoursFor(sop, stage, kind)
  return [
    hours === null ? words.notWalked : words.hours(hours),
    words.activations[stage.activation],
  ].join(words.between)
}

/** Who, how long, and when it begins. */
export const stageNote = (sop: SopContent, stage: SopStage, kind: DeliverableKind): string =>
  [ownerName(stage, kind), stageTimes(sop, stage, kind)]
    .filter((part) => part !== '')
    .join(useWords(sopWords)().between)

export function checkLines(checks: readonly SopCheck[], kind: DeliverableKind): readonly string[] {
  const words = useWords(sopWords)()
  return checksFor(checks, kind).map((check) =>
    [check[language()], check.isLater ? words.later : ''].filter(Boolean).join(words.between),
  )
}
