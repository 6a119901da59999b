/**
 * Expected failures as values: a refusal is part of a function's answer, an exception is a bug.
 * Refusals are plain objects with a `code` from a closed union, so that a switch over them is exhaustive.
 */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = <R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({
  ok: false,
  refusal,
})
