/** The lines of a pasted list, without the marks and numbers before them; a single line is left as it is. */
export function pastedLines(event: ClipboardEvent): readonly string[] {
  return linesOf(event.clipboardData?.getData('text/plain') ?? '')
}

export function linesOf(text: string): readonly string[] {
  const lines = text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length < 2
    ? lines
    : lines.map((line) => line.replace(listMark, '')).filter((line) => line !== '')
}

/** `- `, `• `, `1. `, `1) `, `1、`: never a number that is part of the line, as in `1.5 L`. */
const listMark = /^(?:[-–*•·●▪]|\d{1,2}[.)])\s+|^\d{1,2}[、．]\s*|^[•·●▪]/
