/**
 * What a person typed while the text under it changed: their one edit (`base` to `mine`) carried onto `theirs`,
 * and where a caret of the old text stands in the new. Pure; knows no documents.
 */
interface Splice {
  readonly start: number
  /** End of the replaced range in the older text. */
  readonly end: number
  readonly insert: string
}

export function rebaseText(base: string, mine: string, theirs: string): string {
  if (mine === base) return theirs
  if (theirs === base) return mine
  const edit = spliceBetween(base, mine)
  const start = carryCaret(base, theirs, edit.start)
  const end = Math.max(start, carryCaret(base, theirs, edit.end))
  return theirs.slice(0, start) + edit.insert + theirs.slice(end)
}

export function carryCaret(older: string, newer: string, caret: number): number {
  if (older === newer) return caret
  const change = spliceBetween(older, newer)
  if (caret <= change.start) return caret
  if (caret >= change.end) return caret + newer.length - older.length
  return change.start + change.insert.length
}

/** The shortest single replacement that makes `newer` of `older`, never cutting a surrogate pair. */
function spliceBetween(older: string, newer: string): Splice {
  const most = Math.min(older.length, newer.length)
  let start = 0
  while (start < most && older[start] === newer[start]) start += 1
  if (start > 0 && isHighSurrogate(older, start - 1)) start -= 1
  let tail = 0
  while (tail < most - start && older[older.length - 1 - tail] === newer[newer.length - 1 - tail])
    tail += 1
  if (tail > 0 && isLowSurrogate(older, older.length - tail)) tail -= 1
  return { start, end: older.length - tail, insert: newer.slice(start, newer.length - tail) }
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
