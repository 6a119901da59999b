/**
 * The line of files to the relay, worked off by the tab that leads: oldest first, one at a time. What was sent and whose
 * answer was lost is asked for by a small call before its bytes go again. After a restore everything held is asked for
 * once more. Every step may be done twice. Left out: who leads; what is shown.
 */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { retryWait } from '#client/replica/link-state.ts'
import type { FileCalls, SendAnswer } from './file-calls.ts'
import type { FilePlace, FileStore } from './file-store.ts'

export interface SendingParts {
  readonly environment: Pick<DeviceEnvironment, 'after' | 'chance'>
  readonly store: FileStore
  readonly calls: FileCalls
  /** The relay's epoch while it is reached, else null. */
  epoch(): string | null
  leads(): boolean
  /** A place changed on the disk. */
  changed(): void
  /** What is under way now; null: nothing. */
  under(place: FilePlace | null): void
}

export interface Sending {
  /** There may be something to send. */
  wake(): void
  stop(): void
}

export function createSending(parts: SendingParts): Sending {
  const { environment, store, calls } = parts
  let running = false
  let again = false
  let stopped = false
  let failures = 0
  let callOff = (): void => undefined

  const isDue = ({ state, epoch }: FilePlace): boolean =>
    state === 'waiting' || (state === 'held' && epoch !== parts.epoch())

  const sendOne = async (place: FilePlace): Promise<SendAnswer> => {
    const answer = await calls.attach(place.id, place.doc)
    if (answer !== 'bytes-wanted') return answer
    const bytes = await store.bytes(place.id)
    if (bytes !== null) return calls.put(place.id, place.doc, bytes)
    // Let go here since: somebody else has it.
    return place.state === 'held' ? 'done' : 'damaged'
  }

  const settle = async (place: FilePlace, answer: SendAnswer, epoch: string): Promise<void> => {
    // Of what was held before only the asking is over: who may only read cannot bring it again.
    const isHeld = answer === 'done' || place.state === 'held'
    await store.setPlace(
      isHeld
        ? { ...place, state: 'held', epoch, reason: null }
        : {
            ...place,
            state: 'refused',
            epoch: null,
            reason: answer as Exclude<SendAnswer, 'done' | 'later' | 'bytes-wanted'>,
          },
    )
  }

  /** False: to be tried again later. */
  const workOff = async (): Promise<boolean> => {
    const due = (await store.places()).filter(isDue).sort((a, b) => a.at - b.at)
    for (const place of due) {
      const epoch = parts.epoch()
      if (epoch === null || stopped || !parts.leads()) return true
      parts.under(place)
      const answer = await sendOne(place)
      if (answer === 'later' || answer === 'bytes-wanted') return false
      failures = 0
      await settle(place, answer, epoch)
      parts.changed()
    }
    return true
  }

  const run = async (): Promise<void> => {
    running = true
    let isDone = true
    try {
      do {
        again = false
        isDone = await workOff()
      } while (again && isDone)
    } catch (fault) {
      isDone = false
      console.error('files could not be sent', fault)
    }
    running = false
    parts.under(null)
    if (isDone || stopped) return
    failures += 1
    callOff = environment.after(1_000 + retryWait(failures, environment.chance()), sending.wake)
  }

  const sending: Sending = {
    wake() {
      callOff()
      callOff = () => undefined
      if (running) return void (again = true)
      if (!stopped && parts.leads() && parts.epoch() !== null) void run()
    },
    stop() {
      stopped = true
      callOff()
    },
  }
  return sending
}
