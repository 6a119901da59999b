/** A day as people type it, year first, since day-first and month-first cannot be told apart. Pure. */

/** `2026-12-05`, also for `2026/12/5`, `2026.12.5`, `20261205` and `2026年12月5日`; null for everything else. */
export function readTypedDay(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const match =
    /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))$/.exec(plain)
  if (!match) return null
  const [year, month, day] = [
    match[1],
    match[2] ?? match[4] ?? match[6],
    match[3] ?? match[5] ?? match[7],
  ]
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written)
  // Nobody means the year 202 on the way to 2026.
  return exists && Number(year) >= 1900 ? written : null
}
