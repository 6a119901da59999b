/** A day as lists write it: 2026-12-01, 2026/12/1, 2026.12.1, 2026年12月1日, 1.12.2026, 12/1/2026. */
export function isDay(text: string): boolean {
  const plain = text.normalize('NFKC').trim()
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ].*)?$/.exec(
    plain,
  )
  if (yearFirst !== null) return exists(yearFirst[1], yearFirst[2], yearFirst[3])
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain)
  if (yearLast === null) return false
  const [, one, two, year] = yearLast
  // Which of the two is the month nobody can know; one reading must be a day.
  return exists(year, one, two) || exists(year, two, one)
}

function exists(year = '', month = '', day = ''): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const date = new Date(Date.UTC(y, m - 1, d))
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d && m >= 1
}
