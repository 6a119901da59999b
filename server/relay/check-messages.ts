/** What the relay and its checking thread say to each other, as plain values. `stored`: see stored-updates.ts. */
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import type { Author } from './authors.ts'
import type { Verdict } from './check.ts'
import type { Depths } from './type-depths.ts'

/** Everything a verdict rests on. */
export interface CheckJob {
  readonly bytes: Uint8Array
  readonly authors: ReadonlyMap<number, Author>
  readonly depths: Depths
  /** The relay's number of the pushing device. */
  readonly device: number
  readonly recovering: boolean
  /** The device each reserved clientID is held for. */
  readonly reserved: ReadonlyMap<number, number>
}

export type ToCheckWorker = { readonly job: number } & (
  | ({ readonly kind: 'judge' } & CheckJob)
  | { readonly kind: 'depths'; readonly stored: Uint8Array }
  | { readonly kind: 'deletes'; readonly stored: Uint8Array; readonly bytes: Uint8Array }
)

/** `same`: what is to be stored are the bytes as they came; they do not travel back. */
export type FromCheckWorker = { readonly job: number } & (
  | {
      readonly kind: 'judged'
      readonly verdict: Omit<Verdict, 'stored'>
      readonly stored: Uint8Array | null | 'same'
    }
  | { readonly kind: 'refused'; readonly refusal: PushRefusal }
  | { readonly kind: 'depths'; readonly depths: Map<number, number[]> }
  | { readonly kind: 'deletes'; readonly areKnown: boolean }
)
