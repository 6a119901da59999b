/** A tab nobody has looked at for five minutes lets go of its socket and of the lead; shown again, it takes both up. */
import type { DeviceEnvironment } from './environment.ts'

const hiddenMs = 5 * 60_000

export function createRest(
  environment: DeviceEnvironment,
  { rest, wake }: { rest(): void; wake(): void },
): { stop(): void } {
  let isResting = false
  let callOff = (): void => undefined
  const callOffHide = environment.onHide(() => {
    callOff()
    callOff = environment.after(hiddenMs, () => {
      isResting = true
      rest()
    })
  })
  const callOffShow = environment.onShow(() => {
    callOff()
    if (isResting) wake()
    isResting = false
  })
  return {
    stop() {
      callOff()
      callOffHide()
      callOffShow()
    },
  }
}
