/** Which rows of a table are chosen after a press: one turned, a range from the last one turned, all or none. Pure. */
type Chosen = ReadonlySet<string>

export function turnRow(chosen: Chosen, id: string): Chosen {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Everything between two rows as they stand now becomes chosen; without a row to start from, `to` alone. */
export function chooseRange(
  chosen: Chosen,
  ids: readonly string[],
  from: string | null,
  to: string,
): Chosen {
  const [start, end] = [from === null ? -1 : ids.indexOf(from), ids.indexOf(to)]
  if (start < 0) return new Set([...chosen, to])
  return new Set([...chosen, ...ids.slice(Math.min(start, end), Math.max(start, end) + 1)])
}

/** All rows, or none where all are chosen already. */
export function turnAll(chosen: Chosen, ids: readonly string[]): Chosen {
  return ids.every((id) => chosen.has(id)) ? new Set() : new Set(ids)
}
