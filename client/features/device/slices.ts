/** Work on the page in slices: `pause` is awaited often, and lets the browser draw and listen a few times a frame's length. */
const sliceMs = 12

export function createSlices(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < sliceMs) return
    await new Promise((resolve) => void setTimeout(resolve))
    since = performance.now()
  }
}
