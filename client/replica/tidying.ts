/** When this device looks whether it keeps within its room: some quiet after something changed, by the tab that leads. */
import type { DeviceEnvironment } from './environment.ts'
import type { LettingGoParts } from './letting-go.ts'

const quietMs = 10_000
/** Between two handfuls. */
const pauseMs = 1_000

export interface Tidying {
  /** Something came, or the room or what is wanted changed. */
  touch(): void
  stop(): void
}

export function createTidying(environment: DeviceEnvironment, parts: LettingGoParts): Tidying {
  let callOff: (() => void) | null = null
  let isTidying = false
  let again = false

  const plan = (ms: number): void => {
    callOff ??= environment.after(ms, () => {
      callOff = null
      void tidy()
    })
  }
  const tidy = async (): Promise<void> => {
    if (isTidying) return void (again = true)
    isTidying = true
    again = false
    let more = false
    try {
      // Later than the first screen: it is work for a quiet moment.
      const { letSomeGo } = await import('./letting-go.ts')
      more = await letSomeGo(parts)
    } catch (fault) {
      console.error('nothing could be let go', fault)
    }
    isTidying = false
    if (more || again) plan(pauseMs)
  }
  return {
    touch: () => plan(quietMs),
    stop: () => callOff?.(),
  }
}
