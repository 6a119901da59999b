/**
 * A brief's simple fields beyond its dates, and its texts of one or two sentences, as one table each. Left out: how they are
 * stored and merged (shared/documents).
 */
export type DesignRules = 'present' | 'from-scratch'

export interface BriefDetails {
  /** Language id. */
  readonly sourceLanguage: string
  /** A target's key, of the one that is made first; empty while none is chosen. */
  readonly leadTarget: string
  /** A shoot is wanted. */
  readonly shoot: boolean
  readonly shootPlace: string
  /** `YYYY-MM-DD`, when the sample is there. */
  readonly sampleArrives: string | null
  readonly designRules: DesignRules | null
  readonly brandKit: string
  /** File id. */
  readonly brandFile: string | null
  /** Said by name: no limits are known. */
  readonly noLimitsKnown: boolean
  readonly videoSeconds: number | null
  /** Such as `9:16`. */
  readonly videoAspect: string
  readonly adPlacement: string
  readonly adMetric: string
  /** One a line. */
  readonly notSaidLive: string
}

export type DetailName = keyof BriefDetails

/** `text`: a line; `lines`: several. */
export type DetailType = 'text' | 'lines' | 'flag' | 'day' | 'seconds' | 'file' | 'design-rules'

export const detailTypes: Readonly<Record<DetailName, DetailType>> = {
  sourceLanguage: 'text',
  leadTarget: 'text',
  shoot: 'flag',
  shootPlace: 'text',
  sampleArrives: 'day',
  designRules: 'design-rules',
  brandKit: 'text',
  brandFile: 'file',
  noLimitsKnown: 'flag',
  videoSeconds: 'seconds',
  videoAspect: 'text',
  adPlacement: 'text',
  adMetric: 'text',
  notSaidLive: 'lines',
}

export const detailNames = Object.keys(detailTypes).filter(isDetailName)

export function isDetailName(name: string): name is DetailName {
  return Object.hasOwn(detailTypes, name)
}

export const sentenceNames = ['audience', 'tone', 'hook', 'brandStory', 'adHypothesis'] as const
export type SentenceName = (typeof sentenceNames)[number]
