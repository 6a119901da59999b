/**
 * A brief as plain values, the way screens and checks see it: whatever a merge made, with its problems beside it.
 * Left out: how it is stored and merged (shared/documents).
 */
import type { RowId } from '#shared/lib/ids.ts'
import type { BriefDetails, SentenceName } from './details.ts'
import type { ListName, ListRow } from './lists.ts'

export type Rush = 'standard' | 'rush'

export interface Candidate {
  /** Which writer's version this is; the name to choose it by. */
  readonly writer: string
  readonly text: string
}

/** A text of one or two sentences. */
export interface Sentence {
  readonly text: string
  /** More than one: people rewrote it at the same time, one is to be chosen. */
  readonly candidates: readonly Candidate[]
}

export interface Target {
  /** `-` while no platform is chosen. */
  readonly platform: string
  readonly market: string
  readonly locale: string
}

export interface SellingPoint {
  readonly id: RowId
  readonly text: string
  /** More than one: people rewrote it at the same time, one is to be chosen. */
  readonly candidates: readonly Candidate[]
  /** What shows that it is true: a figure, a test. */
  readonly proof: string
  /** File id. */
  readonly proofFile: string | null
  /** Its place, from 1. */
  readonly order: number
}

export interface Product {
  readonly id: RowId
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly handle: string
  readonly options: string
  readonly weightGrams: number | null
  readonly barcode: string
  readonly note: string
  readonly problems: readonly ProductProblem[]
}

export type ProductProblem = 'duplicate-sku' | 'no-sku-and-no-name' | 'unreadable-value'

export type BriefProblem =
  | { readonly code: 'choose-title' }
  | { readonly code: 'choose-sentence'; readonly sentence: SentenceName }
  | { readonly code: 'choose-point'; readonly point: RowId }
  | { readonly code: 'not-a-date'; readonly field: 'wantedBy' }
  | { readonly code: 'unknown-rush' }
  | { readonly code: 'duplicate-sku'; readonly sku: string; readonly products: readonly RowId[] }
  /** Two people added at the same time and together went over; nothing was left out. */
  | { readonly code: 'too-many-products'; readonly count: number; readonly limit: number }

/** The words a market searches by, in one of its languages. */
export interface Keywords {
  readonly market: string
  readonly locale: string
  readonly terms: readonly string[]
  /** Where they come from. */
  readonly source: string
}

/** A file the brief refers to. */
export interface BriefFile {
  /** SHA-256 of its bytes. */
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
}

type Lists = { readonly [Name in ListName]: readonly ListRow<Name>[] }

export interface Brief extends Lists {
  readonly title: string
  readonly titleCandidates: readonly Candidate[]
  /** `YYYY-MM-DD`. */
  readonly wantedBy: string | null
  readonly rush: Rush
  readonly targets: readonly Target[]
  readonly points: readonly SellingPoint[]
  readonly products: readonly Product[]
  readonly details: BriefDetails
  readonly sentences: Readonly<Record<SentenceName, Sentence>>
  readonly keywords: readonly Keywords[]
  /** The reasons why flagged words are meant, by check. */
  readonly meant: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, BriefFile>>
  readonly problems: readonly BriefProblem[]
}

/** One small derived row per brief for lists. */
export interface BriefSummary {
  readonly kind: 'brief'
  readonly title: string
  readonly chooseTitle: boolean
  readonly products: number
  /** Market ids in the order of the alphabet, each once. */
  readonly markets: readonly string[]
  readonly wantedBy: string | null
  readonly rush: Rush
}
