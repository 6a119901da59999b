/** What the relay and its checking thread say to each other: everything a verdict rests on, as plain values. */
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import type { Author } from './authors.ts'
import type { Verdict } from './check.ts'

export interface CheckJob {
  readonly bytes: Uint8Array
  readonly authors: ReadonlyMap<number, Author>
  /** The relay's number of the pushing device. */
  readonly device: number
  readonly recovering: boolean
  /** The device each reserved clientID is held for. */
  readonly reserved: ReadonlyMap<number, number>
}

export type ToCheckWorker = CheckJob & { readonly job: number }

/** `same`: what is to be stored are the bytes as they came; they do not travel back. */
export type FromCheckWorker =
  | {
      readonly kind: 'judged'
      readonly job: number
      readonly verdict: Omit<Verdict, 'stored'>
      readonly stored: Uint8Array | null | 'same'
    }
  | { readonly kind: 'refused'; readonly job: number; readonly refusal: PushRefusal }
