/** Ids of new stages and checks: letters alone, as records name them; twelve of them meet nobody. */
export const randomLetters = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => String.fromCharCode(97 + (byte % 26)))
    .join('')
