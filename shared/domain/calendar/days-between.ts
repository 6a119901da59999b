const dayMs = 86_400_000

/** Plain days `YYYY-MM-DD` in their order, both ends in it. */
export function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = []
  const end = Date.parse(`${to}T00:00:00Z`)
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= end; at += dayMs)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
