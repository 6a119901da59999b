/** A text after typing or pasting, cut to what its field can hold: the end of what came in goes, as browsers do it. Pure. */
export interface FittedText {
  readonly text: string
  /** Where the caret stands after the cut. */
  readonly caret: number
  /** UTF-16 units that did not fit. */
  readonly lost: number
}

/** `before` is the text that stands; one that is already too long may shrink, not grow. `caret` ends what came in. */
export function fitText(before: string, text: string, caret: number, most: number): FittedText {
  const over = text.length - Math.max(most, before.length)
  if (over <= 0) return { text, caret, lost: 0 }
  const wanted = Math.max(0, caret - over)
  const end = isHighSurrogate(text, wanted - 1) ? wanted - 1 : wanted
  return { text: text.slice(0, end) + text.slice(caret), caret: end, lost: caret - end }
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}
