/** Whether a key belongs to an input method. Safari says Enter once more when a composition is done; 229 is how it tells. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229
