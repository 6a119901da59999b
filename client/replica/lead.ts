/**
 * Which tab does the work that one is enough for: feed, pulls, rows of tabs that are gone, folds. A Web Lock decides; all
 * of that work may be done twice, so the lock saves work and guards nothing. A tab that asks for it and hears nothing for
 * 3 s takes it over: a hidden tab may be frozen with the lock in its hands.
 */
import type { DeviceEnvironment } from './environment.ts'

const silentMs = 3_000

export interface Lead {
  held(): boolean
  /** There is work for whoever leads. */
  ask(): void
  /** Another tab's message on the line. */
  heard(message: LeadMessage): void
  /** This tab rests: another may lead. */
  release(): void
  /** This tab lost its disk and can do none of the work any more: it never leads again. */
  resign(): void
  start(): void
}

export type LeadMessage = 'asks' | 'leads'

export interface LeadParts {
  readonly environment: DeviceEnvironment
  readonly name: string
  post(message: LeadMessage): void
  /** This tab leads from now on (`isNew`), or is asked to do what there is to do. */
  work(isNew: boolean): void
}

export function createLead({ environment, name, post, work }: LeadParts): Lead {
  let held = false
  let resigned = false
  let wanted = 0
  let letGo = (): void => undefined
  let callOff: (() => void) | null = null

  const take = (steal: boolean): void => {
    if (resigned) return
    const own = (wanted += 1)
    const lost = (): void => {
      if (own === wanted) held = false
    }
    void environment.holdLock(name, { steal, lost }).then((release) => {
      if (own !== wanted) return release()
      held = true
      letGo = release
      answered()
      work(true)
    })
  }
  const answered = (): void => {
    callOff?.()
    callOff = null
  }
  const release = (): void => {
    answered()
    wanted += 1
    held = false
    letGo()
    letGo = () => undefined
  }
  return {
    held: () => held,
    ask() {
      if (held) return work(false)
      if (callOff !== null || resigned) return
      callOff = environment.after(silentMs, () => {
        callOff = null
        take(true)
      })
      post('asks')
    },
    heard(message) {
      if (message === 'leads') answered()
      else if (held) {
        post('leads')
        work(false)
      }
    },
    release,
    resign() {
      resigned = true
      release()
    },
    start: () => take(false),
  }
}
