/**
 * The one real socket of a tab: signs in on it, keeps the session fresh, notices when it is dead, and comes back with
 * full-jitter waits of 1 to 30 s (at once when the system says it is online again). Left out: documents, rows, feed.
 */
import { canWrite, type Access } from '#shared/protocol/names.ts'
import type { Person, Welcome } from '#shared/protocol/control.ts'
import { bytesFrame, jsonFrame, toRelay } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { signInText } from '#shared/protocol/sign-in.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts'
import type { DeviceEnvironment, Socket } from './environment.ts'
import { signText, type Identity } from './identity.ts'
import { afterClose, retryWait, type LinkState } from './link-state.ts'
import { createListeners, type Listeners } from './listeners.ts'
import { readMessage, type RelayMessage } from './messages.ts'

/** Nothing came for this long: ask something that is always answered. */
const quietMs = 15_000
/** Something was asked and nothing came for this long: the socket is dead (`setOffline` freezes, it does not close). */
const deadMs = 20_000
const watchMs = 5_000
/** The watch came so much too early or late: somebody set the clock, or the device slept. */
const jumpMs = 120_000

export interface Link {
  state(): LinkState
  welcome(): Welcome | null
  /** This device's clock minus the relay's at the last welcome, ms. */
  clockOffMs(): number
  access(): Access
  mayWrite(): boolean
  /** The session token for HTTP calls, while signed in. */
  token(): string | null
  /** Counts sockets: what was asked on an earlier one is never answered. */
  generation(): number
  onState: Listeners<LinkState>['add']
  onPeople: Listeners<readonly Person[]>['add']
  onMessage: Listeners<RelayMessage>['add']
  /** Any frame at all, and quiet: the link asks to be kept alive. */
  onFrame: Listeners<void>['add']
  onQuiet: Listeners<void>['add']
  /** Dropped silently unless ready: whoever sends asks again at the next `ready`. `awaited`: an answer must come. */
  send(frame: Uint8Array, awaited: boolean): void
  start(): void
  /** A person's act: also after a final close. */
  retry(): void
  /** Lets go of the socket until `retry`. */
  rest(): void
  stop(): void
}

export function createLink(environment: DeviceEnvironment, identity: Identity): Link {
  const states = createListeners<LinkState>()
  const peopleListeners = createListeners<readonly Person[]>()
  const messages = createListeners<RelayMessage>()
  const frames = createListeners<void>()
  const quiet = createListeners<void>()
  let state: LinkState = identity.alone === true ? 'alone' : 'connecting'
  let socket: Socket | null = null
  let generation = 0
  let failures = 0
  let welcome: Welcome | null = null
  let session: { token: string; until: number } | null = null
  let clockOffMs = 0
  let heardAt = 0
  let askedAt = 0
  let stopped = true
  let callOffRetry = (): void => undefined
  let callOffWatch = (): void => undefined
  let callOffRefresh = (): void => undefined
  let callOffConnectivity = (): void => undefined

  const become = (next: LinkState): void => {
    if (state === next) return
    state = next
    states.tell(next)
  }

  const transmit = (frame: Uint8Array, awaited: boolean): void => {
    if (awaited) askedAt = environment.now()
    socket?.send(new Uint8Array(frame))
  }

  const connect = (): void => {
    callOffRetry()
    const own = (generation += 1)
    const current = (): boolean => own === generation && !stopped
    if (failures === 0) become('connecting')
    heardAt = askedAt = environment.now()
    const address = `${environment.relay.origin.replace(/^http/, 'ws')}/sync`
    socket = environment.openSocket(address, {
      opened() {
        if (!current()) return
        const live =
          session !== null && session.until > environment.now() ? { token: session.token } : {}
        const name = environment.machine?.() ?? ''
        const machine = name === '' ? {} : { machine: name.slice(0, limits.deviceNameCharacters) }
        transmit(
          jsonFrame(toRelay.hello, {
            version: PROTOCOL_VERSION,
            device: identity.device,
            app: 'asterism',
            ...machine,
            ...live,
          }),
          true,
        )
      },
      received(frame) {
        if (current()) receive(frame, own)
      },
      closed(code) {
        if (current()) lose(code)
      },
    })
    watch()
  }

  const receive = (frame: Uint8Array, own: number): void => {
    heardAt = environment.now()
    let message: RelayMessage | null
    try {
      message = readMessage(frame)
    } catch (fault) {
      console.error('a frame of the relay could not be read', fault)
      lose(1002)
      return
    }
    frames.tell()
    if (message === null) return
    if (message.kind === 'challenge') void prove(message.nonce, own)
    if (message.kind === 'token') keepSession(message.token, message.tokenMs)
    if (message.kind === 'standing' && welcome !== null)
      welcome = { ...welcome, ...message.standing }
    if (message.kind === 'people') peopleListeners.tell(message.people)
    if (message.kind === 'welcome') {
      welcome = message.welcome
      clockOffMs = environment.now() - welcome.now
      failures = 0
      keepSession(welcome.token, welcome.tokenMs)
      peopleListeners.tell(welcome.people)
      become('ready')
    }
    messages.tell(message)
  }

  const prove = async (nonce: string, own: number): Promise<void> => {
    const text = signInText(environment.relay.host, identity.device, nonce)
    const signature = await signText(environment, identity.keys.privateKey, text)
    if (own === generation && !stopped) transmit(jsonFrame(toRelay.proof, { signature }), true)
  }

  const keepSession = (token: string, tokenMs: number): void => {
    session = { token, until: environment.now() + tokenMs }
    callOffRefresh()
    callOffRefresh = environment.after((tokenMs * 2) / 3, () => {
      if (state === 'ready') transmit(jsonFrame(toRelay.refresh, {}), true)
    })
  }

  const watch = (): void => {
    callOffWatch()
    const due = environment.now() + watchMs
    callOffWatch = environment.after(watchMs, () => {
      const now = environment.now()
      // What was counted by the old clock counts for nothing: sign in anew, which also measures it.
      if (Math.abs(now - due) > jumpMs) return retryNow()
      if (now - heardAt > deadMs && askedAt > heardAt) return lose(1006)
      // A socket that never opens says nothing either.
      if (state !== 'ready' && now - heardAt > deadMs) return lose(1006)
      if (state === 'ready' && now - heardAt > quietMs && askedAt <= heardAt) {
        // Asked by the link itself: whoever listens may have nothing to ask.
        transmit(bytesFrame(0, toRelay.ping, new Uint8Array(0)), true)
        quiet.tell()
      }
      watch()
    })
  }

  const drop = (): void => {
    generation += 1
    callOffWatch()
    callOffRefresh()
    const old = socket
    socket = null
    old?.close()
  }

  const lose = (code: number): void => {
    drop()
    const end = afterClose(code, session !== null)
    if (end.forgetSession) session = null
    if (end.stop !== null) return become(end.stop)
    failures += 1
    become(environment.online() ? (end.meanwhile ?? 'relay-down') : 'offline')
    callOffRetry()
    callOffRetry = environment.after(retryWait(failures, environment.chance()), connect)
  }

  const retryNow = (): void => {
    drop()
    failures = 0
    connect()
  }
  const retry = (): void => {
    if (!stopped && state !== 'ready') retryNow()
  }

  return {
    state: () => state,
    welcome: () => welcome,
    clockOffMs: () => clockOffMs,
    access: () => welcome?.access ?? identity.access,
    mayWrite: () => canWrite(welcome?.access ?? identity.access),
    token: () => session?.token ?? null,
    generation: () => generation,
    onState: states.add,
    onPeople: peopleListeners.add,
    onMessage: messages.add,
    onFrame: frames.add,
    onQuiet: quiet.add,
    send(frame, awaited) {
      if (state === 'ready') transmit(frame, awaited)
    },
    start() {
      if (!stopped || state === 'alone') return
      stopped = false
      callOffConnectivity = environment.onConnectivity((online) => {
        // After a final close only a person's act counts.
        const later =
          state === 'offline' ||
          state === 'relay-down' ||
          state === 'crowded' ||
          state === 'connecting'
        if (online && later) retry()
        if (!online && (later || state === 'ready')) lose(1006)
      })
      connect()
    },
    retry,
    rest() {
      if (stopped) return
      callOffRetry()
      drop()
      become('connecting')
    },
    stop() {
      stopped = true
      callOffConnectivity()
      callOffRetry()
      drop()
    },
  }
}
