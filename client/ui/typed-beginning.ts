/** Letters typed shortly after one another, as the beginning of a name; J and K alone are steps, X alone chooses, where it can. */

/** ms between two letters of one name. */
const pause = 700

export interface TypedBeginning {
  /** The beginning so far, in small letters; null for a key that is no part of one. */
  readonly press: (event: KeyboardEvent) => string | null
}

export function createTypedBeginning(chooses: () => boolean = () => false): TypedBeginning {
  let written = ''
  let at = Number.NEGATIVE_INFINITY
  return {
    press(event) {
      const goesOn = written !== '' && event.timeStamp - at < pause
      const isLetter =
        [...event.key].length === 1 &&
        (goesOn || !(chooses() ? /[jkx\s]/i : /[jk\s]/).test(event.key))
      if (!isLetter) {
        written = ''
        return null
      }
      written = (goesOn ? written : '') + event.key.toLocaleLowerCase()
      at = event.timeStamp
      return written
    },
  }
}
