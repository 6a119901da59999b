/**
 * A newer build of the app, from the moment it waits until this page runs on it. Nothing is opened again before every
 * edit is on the device, in this tab and in the others; a person says when. Left out: words and screens.
 */
import { createSignal, type Accessor } from 'solid-js'
import { ask, isStoreNow, takeOver } from './take-over.ts'

/**
 * `waiting`: a newer build is here. `storing`: edits are being written before this page opens again, `elsewhere` when
 * another tab said so. `not-stored`: some tab cannot write its edits, so nothing was opened again.
 */
export type UpdateState = 'none' | 'waiting' | 'storing' | 'elsewhere' | 'not-stored'

export interface AppUpdate {
  readonly state: Accessor<UpdateState>
  /** Asks the server for a newer build; true when one waits now. */
  look(): Promise<boolean>
  /** Stores everything everywhere, lets the newer build take over, opens this page again. */
  take(): Promise<void>
  /** Stores everything in this tab, then opens the page again as it is. */
  reopen(): Promise<void>
  /** Who can write this tab's edits: true when all of them are on the device. The answer takes it back. */
  storeWith(store: () => Promise<boolean>): () => void
}

/** What an update needs of a browser. */
export interface UpdateSurroundings {
  readonly container: Pick<ServiceWorkerContainer, 'controller' | 'addEventListener'>
  /** Null where the app is not kept on the device: in development, in browsers that do not allow it. */
  readonly register: () => Promise<ServiceWorkerRegistration | null>
  /** Opens the page again; `byOther` when another tab asked for it. */
  readonly reload: (byOther: boolean) => void
}

/** The worker asks the other tabs for 5 s at most, so it has answered by then. */
const workerMs = 10_000

export function createAppUpdate(of: UpdateSurroundings): AppUpdate {
  const [state, setState] = createSignal<UpdateState>('none')
  let store = (): Promise<boolean> => Promise.resolve(true)
  let registration: ServiceWorkerRegistration | null = null
  let isControlled = of.container.controller !== null
  let asked = false

  const storeAll = async (): Promise<boolean> => {
    // A field may hold what it gives out only when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    return store().catch(() => false)
  }
  const noteWaiting = (): void => {
    // Without a controller it is the first build that arrives here: nothing older to replace.
    if ((registration?.waiting ?? null) !== null && of.container.controller !== null)
      setState((now) => (now === 'none' ? 'waiting' : now))
  }
  const follow = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', noteWaiting)
    noteWaiting()
  }
  const openAgain = async (byOther: boolean): Promise<void> => {
    setState(byOther ? 'elsewhere' : 'storing')
    if (await storeAll()) of.reload(byOther)
    else setState('not-stored')
  }

  of.container.addEventListener('controllerchange', () => {
    if (isControlled) void openAgain(!asked)
    isControlled = true
  })
  of.container.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    if (!isStoreNow(data)) return
    setState('elsewhere')
    void storeAll().then((stored) => {
      if (!stored) setState('not-stored')
      ports[0]?.postMessage(stored)
      // Some third tab may have said no, and nothing follows.
      setTimeout(() => setState((now) => (now === 'elsewhere' ? 'waiting' : now)), workerMs)
    })
  })
  const registered = of.register().then((made) => {
    registration = made
    made?.addEventListener('updatefound', () => follow(made.installing))
    follow(made?.installing ?? null)
  })
  // Private windows and full disks refuse; the app then works as a page does.
  registered.catch((fault: unknown) => console.warn('the app cannot be kept here', fault))

  return {
    state,
    async look() {
      await registered.catch(() => undefined)
      await registration?.update().catch(() => undefined)
      const arriving = registration?.installing ?? null
      if (arriving !== null) await settled(arriving)
      noteWaiting()
      return state() !== 'none'
    },
    async take() {
      const worker = registration?.waiting ?? null
      if (worker === null) return openAgain(false)
      setState('storing')
      if (!(await storeAll())) return void setState('not-stored')
      asked = true
      if (await ask((port) => worker.postMessage(takeOver, [port]), workerMs, true)) return
      asked = false
      setState('not-stored')
    },
    reopen: () => openAgain(false),
    storeWith(given) {
      store = given
      return () => (store = () => Promise.resolve(true))
    },
  }
}

const settled = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const see = (): void => {
      if (worker.state !== 'installing') resolve()
    }
    worker.addEventListener('statechange', see)
    see()
  })
