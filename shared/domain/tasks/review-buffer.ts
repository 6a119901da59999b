/**
 * The time kept free between the last stage and the day a task is wanted by: for one round of rework, or for somebody ill.
 * A fifth of the working hours of the path, and at least a working day: less is gone with the first send-back, as the
 * shortest rework (a draft mended, looked at again) takes half a day of each of two people.
 */
export const bufferShare = 0.2
export const leastBufferHours = 8

const hourMs = 3_600_000
/** What is called a working day where working hours are counted as days. */
export const workingDayMs = 8 * hourMs

/** Working time, ms, in whole minutes. */
export function reviewBuffer(work: readonly { readonly ms: number }[]): number {
  const whole = work.reduce((sum, { ms }) => sum + ms, 0)
  return Math.max(leastBufferHours * hourMs, Math.round((whole * bufferShare) / 60_000) * 60_000)
}
