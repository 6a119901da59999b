/** Which options a typed text means: every word of it stands somewhere in the option. Beginnings come first. Pure. */
export interface Searchable {
  readonly label: string
  /** Other words it is found by: a code, pinyin, the name in another language. */
  readonly words?: string | undefined
}

export interface Matches<Option> {
  /** The best `most`, in order. */
  readonly shown: readonly Option[]
  readonly more: number
}

export function matchOptions<Option extends Searchable>(
  options: readonly Option[],
  text: string,
  most: number,
): Matches<Option> {
  const wanted = plain(text).split(/\s+/).filter(Boolean)
  if (wanted.length === 0)
    return { shown: options.slice(0, most), more: Math.max(0, options.length - most) }
  const [begins, holds]: [Option[], Option[]] = [[], []]
  for (const option of options) {
    const searched = plain(`${option.label} ${option.words ?? ''}`)
    if (!wanted.every((word) => searched.includes(word))) continue
    ;(searched.startsWith(wanted[0] ?? '') ? begins : holds).push(option)
  }
  const found = [...begins, ...holds]
  return { shown: found.slice(0, most), more: Math.max(0, found.length - most) }
}

/** Without accents, case and widths: `Größe`, `GROSSE` and full-width letters are found by what a keyboard can type. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLocaleLowerCase()
