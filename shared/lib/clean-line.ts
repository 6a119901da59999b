/**
 * One line of text as people type or paste it, made fit to be kept and shown beside other text: the one place that says
 * what a name, a title or a cell may hold. Forms and the relay's door ask it; '' means that nothing visible is left.
 * Kept: joiners inside words and emoji, and the marks of Arabic and Hebrew. Lengths are for the caller.
 */

/** Half characters would make devices differ for ever, unnoticed; overrides of direction would turn the text around them. */
export function cleanLine(text: string): string {
  const line = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(invisibleEnds, '')
  return visible.test(line) ? line : ''
}

/** Two names that look the same are the same: nothing unseen stands before or after a line. */
const invisibleEnds =
  /^[\s\u00ad\u200b-\u200d\u2060-\u2064]+|[\s\u00ad\u200b-\u200d\u2060-\u2064]+$/gu

/** Anything but spaces, format characters, fillers and the empty Braille cell. */
const visible = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u
