/** A task in a few words: what it is, for which listing, in which stage. */
import { language } from '#client/i18n/language.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { Tone } from '#client/ui/toasts.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platformById } from '#shared/domain/choices/platforms.ts'
import { slotName } from '#shared/domain/tasks/slot-name.ts'
import type { TaskPlan } from '#shared/domain/tasks/task.ts'

export const assetName = (plan: TaskPlan): string => slotName(plan, language())

/** Platform and language; empty for a master that is for no listing of its own. */
export function listingName({
  platform,
  market,
  locale,
}: Pick<TaskPlan, 'platform' | 'market' | 'locale'>): string {
  const spoken = languageOf(locale)
  const place = marketById(market)?.[language()] ?? market
  return [platformById(platform)?.[language()] ?? platform, place, spoken?.[language()] ?? locale]
    .filter((part) => part !== '' && part !== '-')
    .join(' · ')
}

/** With the goods and the listing: where it stands among tasks of every kind. */
export const wholeName = (plan: TaskPlan): string =>
  [assetName(plan), plan.sku || plan.name, listingName(plan)]
    .filter((part) => part !== '')
    .join(' · ')

/** By what is going on, not by which stage: never colour alone. */
export function toneOf({ log, isStale, waitsForMaster }: ListedTask): Tone {
  if (log.isOver) return 'ok'
  if (isStale || log.sentBackBy !== null) return 'warn'
  if (waitsForMaster || log.state === 'waiting') return 'neutral'
  return log.state === 'ready' ? 'neutral' : 'info'
}
