/** What somebody chose for the estimate of one brief. Null: as the brief says, or the usual. Left out: how it is stored (shared/documents). */
import type { Brief } from '#shared/domain/briefs/brief.ts'

export const shootChoices = ['none', 'scene', 'model', 'both'] as const
export type ShootChoice = (typeof shootChoices)[number]

export interface CostChoices {
  /** Of making and adapting, in percent. */
  readonly vendorShare: number | null
  /** Versions of each piece that is tried against another, itself counted. */
  readonly variants: number | null
  readonly shoot: ShootChoice | null
  readonly legal: boolean | null
  readonly local: boolean | null
}

export const mostVariants = 10

export interface SettledChoices {
  readonly vendorShare: number
  readonly variants: number
  readonly shoot: ShootChoice
  readonly legal: boolean
  readonly local: boolean
}

/** `isTranslated`: something of it is. */
export const settleChoices = (
  choices: CostChoices,
  { details, limits }: Pick<Brief, 'details' | 'limits'>,
  isTranslated: boolean,
): SettledChoices => ({
  vendorShare: choices.vendorShare ?? 0,
  variants: choices.variants ?? 1,
  shoot: choices.shoot ?? (details.shoot ? 'scene' : 'none'),
  // Where something may not be claimed, or a rule binds, a lawyer reads it.
  legal: choices.legal ?? limits.length > 0,
  local: choices.local ?? isTranslated,
})
