/**
 * Names inside sentences: one that is written from right to left must not turn what stands around it. A text with such
 * letters goes between FSI and PDI; every other text stays as it is, letter for letter, as it cannot turn anything in a
 * sentence that runs from left to right. Controls that would reach out of it are dropped (of these a name keeps none; a text
 * of another device's making might).
 */

/** Letters and marks of scripts that run from right to left: Hebrew to Arabic, their presentation forms, the far planes. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const controls = /[\u202a-\u202e\u2066-\u2069]/g

const FSI = '\u2068'
const PDI = '\u2069'

export function isolate(text: string): string {
  const plain = text.replace(controls, '')
  return rightToLeft.test(plain) ? FSI + plain + PDI : plain
}
