/** What each line of an estimate is made of, as figures: enough to count it again. */
import type { Complexity } from '#shared/domain/choices/deliverables.ts'
import type { ShootKind } from './price-keys.ts'
import type { ReworkShare } from './rework-share.ts'

/** Hours by who works them: in tenths they add up to the line's. */
export interface Split {
  readonly inside: number
  readonly vendor: number
  readonly insideRate: number
  readonly vendorRate: number
}

/** What a line is made of, as figures. */
export type How =
  | {
      readonly kind: 'make'
      readonly deliverable: string
      readonly complexity: Complexity
      readonly pieces: number
      readonly each: number
      readonly fee: number
      readonly split: Split
    }
  | {
      readonly kind: 'variants'
      readonly more: number
      readonly part: number
      readonly of: number
      readonly split: Split
    }
  | { readonly kind: 'adapt'; readonly pieces: number; readonly split: Split }
  | {
      readonly kind: 'translate'
      readonly language: string
      readonly difficulty: number
      readonly pieces: number
      readonly base: number
      readonly times: number
      readonly rate: number
      readonly priceTimes: number
    }
  | { readonly kind: 'check'; readonly passes: number; readonly rate: number }
  | {
      readonly kind: 'legal'
      readonly products: number
      readonly each: number
      readonly rate: number
    }
  | {
      readonly kind: 'local'
      readonly products: number
      readonly languages: number
      readonly each: number
      readonly rate: number
    }
  | {
      readonly kind: 'shoot'
      readonly shoot: ShootKind
      readonly products: number
      readonly perDay: number
      readonly days: number
      readonly day: number
      readonly each: number
      readonly rate: number
    }
  | { readonly kind: 'scratch'; readonly split: Split }
  | { readonly kind: 'tools'; readonly of: number; readonly rate: number }
  | {
      readonly kind: 'rework'
      readonly share: ReworkShare
      readonly part: number
      readonly ofHours: number
      readonly ofCost: number
    }
  | { readonly kind: 'rush'; readonly times: number; readonly ofCost: number }
