/**
 * Waits until what the person opened the app for was painted, so that what stands beside it does not keep it waiting: fetching
 * and running the other parts takes as long as the first list itself.
 */
const hiddenMs = 1_000
/** A disk this slow keeps the list waiting anyhow; the rest of the frame need not wait as long. */
const slowMs = 4_000

let tell: () => void = () => undefined
const read = new Promise<void>((resolve) => {
  tell = resolve
  setTimeout(resolve, slowMs)
})

/** What the first screen shows is read, or cannot be. */
export const firstScreenRead = (): void => tell()

export async function afterFirstScreen(): Promise<void> {
  await read
  await new Promise<void>((resolve) => {
    // The task behind the frame. A hidden page paints none.
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, hiddenMs)
  })
}
