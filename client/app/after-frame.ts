/** Waits until a frame was painted, so that what is not on the first screen does not keep it waiting. */
const hiddenMs = 1_000

export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    // The task behind the frame. A hidden page paints none.
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, hiddenMs)
  })
}
