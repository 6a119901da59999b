/**
 * How deep each author's structs stand in nested shared types, as runs: only where the depth changes. An author whose
 * structs all stand in root types takes no room. Kept in memory with the document, never stored. Left out: finding the
 * depth of new structs (placing.ts), reading those of a stored document (stored-depths.ts).
 */

/** Clock, depth, clock, depth and so on, ascending: from each clock on the author's structs stand so deep. */
export type DepthRuns = readonly number[]
/** Of each author that leaves depth 0. */
export type Depths = ReadonlyMap<number, DepthRuns>
/** Runs that come behind an author's known ones. */
export type NewDepths = readonly (readonly [client: number, runs: DepthRuns])[]

/** `before`: the depth in front of the first run. */
export function depthAt(runs: DepthRuns | undefined, clock: number, before = 0): number {
  if (runs === undefined || runs.length === 0) return before
  let low = 0
  let high = runs.length / 2
  // Mostly the newest run is asked for.
  if ((runs[runs.length - 2] ?? 0) <= clock) low = high
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[2 * middle] ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low === 0 ? before : (runs[2 * low - 1] ?? before)
}

export function addDepths(depths: Map<number, number[]>, added: NewDepths): void {
  for (const [client, runs] of added) {
    const known = depths.get(client)
    if (known === undefined) depths.set(client, [...runs])
    else for (const value of runs) known.push(value)
  }
}
