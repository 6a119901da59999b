/**
 * A workspace's settings as plain values: its name, what it works on (适用范围), its currency and working week.
 * Left out: who is in it (the relay's directory), how it is stored and merged (shared/documents).
 */
import type { Candidate } from '#shared/domain/briefs/brief.ts'

export const scopeGroups = ['platforms', 'markets', 'categories', 'languages'] as const
export type ScopeGroup = (typeof scopeGroups)[number]

/** Ids of the tables in domain/choices, in the order of the alphabet. An empty group stands for everything. */
export type Scope = Readonly<Record<ScopeGroup, readonly string[]>>

/** One category on one platform first: what lies outside says so, whatever the scope holds. */
export interface Pilot {
  readonly platform: string | null
  readonly category: string | null
}

export interface Workspace {
  /** Empty: the name it was founded under. */
  readonly name: string
  readonly nameCandidates: readonly Candidate[]
  /** ISO 4217. */
  readonly currency: string
  /** 1 is Monday. */
  readonly workingDays: readonly number[]
  readonly scope: Scope
  readonly pilot: Pilot | null
}

export interface WorkspaceSummary {
  readonly kind: 'workspace'
  readonly title: string
  readonly currency: string
  readonly workingDays: readonly number[]
}

export const usualCurrency = 'CNY'
/** While nobody has said where they are: where those are who reckon in the usual currency. */
export const usualZone = 'Asia/Shanghai'
export const usualWorkingDays: readonly number[] = [1, 2, 3, 4, 5]

/** Days of a week from whatever a merge or another app left there; null where it is no list of days. */
export function readWorkingDays(value: unknown): readonly number[] | null {
  if (!Array.isArray(value)) return null
  const days = value.filter((day): day is number => Number.isInteger(day) && day >= 1 && day <= 7)
  return days.length === value.length ? [...new Set(days)].sort((a, b) => a - b) : null
}
