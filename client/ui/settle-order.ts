/**
 * The order a list is shown in while someone writes in it: nothing moves under their hands. Rows that went are gone,
 * rows that came stand at the end until the person lets go, except the one they made themselves (`own`), which stands where it
 * belongs at once; then the true order is shown. Pure.
 */
export function settleOrder(
  shown: readonly string[],
  wanted: readonly string[],
  held: boolean,
  own?: string,
): readonly string[] {
  if (!held) return wanted
  const exists = new Set(wanted)
  const kept = shown.filter((id) => exists.has(id))
  const known = new Set(kept)
  const came = wanted.filter((id) => !known.has(id))
  const before = own === undefined ? undefined : wanted[wanted.indexOf(own) - 1]
  if (own === undefined || before === undefined || !known.has(before)) return [...kept, ...came]
  const at = kept.indexOf(before) + 1
  return [
    ...kept.slice(0, at),
    ...came.filter((id) => id === own),
    ...kept.slice(at),
    ...came.filter((id) => id !== own),
  ]
}

/** Before which id a row stands after a step up or down; undefined where there is no step, null for the end. */
export function stepBefore(
  order: readonly string[],
  id: string,
  step: -1 | 1,
): string | null | undefined {
  const at = order.indexOf(id)
  const target = at + step
  if (at < 0 || target < 0 || target >= order.length) return undefined
  return (step === -1 ? order[target] : order[target + 1]) ?? null
}
