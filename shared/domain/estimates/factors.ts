/** What makes work dearer or longer, as the trade reckons (spec: choices, vocabulary 1). Starting figures; the price table may say others. */
import type { Complexity } from '#shared/domain/choices/deliverables.ts'

export const complexityFactors: Readonly<Record<Complexity, number>> = {
  static: 1,
  motion: 1.8,
  '3d': 2.5,
}

export interface LanguageClass {
  readonly difficulty: number
  readonly hoursFactor: number
  readonly priceFactor: number
}

/** 1 common, 2 fairly common, 3 less common, 4 scarce or hard to typeset. */
export const languageClasses: readonly LanguageClass[] = [
  { difficulty: 1, hoursFactor: 1, priceFactor: 1 },
  { difficulty: 2, hoursFactor: 1.15, priceFactor: 1.25 },
  { difficulty: 3, hoursFactor: 1.35, priceFactor: 1.6 },
  { difficulty: 4, hoursFactor: 1.6, priceFactor: 2 },
]
