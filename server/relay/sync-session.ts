/**
 * One `/sync` socket from its first frame: hello, challenge, proof, welcome, then whatever a signed-in device may say.
 * A nonce belongs to one socket and is used once. Frames that come while a signature is verified wait.
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import { cleanLine } from '#shared/lib/clean-line.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { CloseReason } from '#shared/protocol/close-codes.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { isInside } from '#shared/protocol/audiences.ts'
import {
  helloSchema,
  proofSchema,
  type Hello,
  type ToldStanding,
  type Welcome,
} from '#shared/protocol/control.ts'
import {
  jsonFrame,
  readFrame,
  readJson,
  toDevice,
  toRelay,
  type FrameHead,
} from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts'
import { createCast } from './cast.ts'
import { createMessageCount } from './message-count.ts'
import type { Outlet } from './outlet.ts'
import type { RelayParts } from './relay-parts.ts'
import { issueToken, newNonce, provesDevice, sessionOf, type Token } from './sign-in.ts'
import { createSignedIn, type SignedIn } from './signed-in.ts'
import { mayRead } from './standing.ts'
import { framed } from './ws-frames.ts'

/** Frames that may wait while a signature is verified. */
const EARLY_FRAMES = 64

export interface SyncSession {
  receive(frame: Uint8Array): void
  leave(): void
  /** Null before sign-in. */
  device(): DeviceRecord | null
  /** Reads the device's standing again: told where it changed; the socket ends when it is revoked or its session is over. */
  recheck(isUnchanged: boolean): Promise<void>
  send(frame: Uint8Array): void
  /** Whether the feed would show the device this document. */
  sees(doc: DocName): boolean
  tellPeople(people: Uint8Array): Promise<void>
}

export interface SyncSessionOptions {
  readonly outlet: Outlet
  /** The host the device must have signed for. */
  readonly host: string
  /** Counts one signature to verify; false when the address has had too many. */
  readonly maySignIn: () => boolean
  /** Why this device may not have one more socket, or null. Called once, after its proof. */
  readonly welcome: (session: SyncSession, device: DeviceRecord) => CloseReason | null
}

/** Belongs to this socket and is used once. */
interface Nonce {
  readonly value: string
  readonly until: number
}

type State =
  | { readonly at: 'hello' }
  | { readonly at: 'proof'; readonly hello: Hello; readonly nonce: Nonce }
  | {
      readonly at: 'in'
      device: DeviceRecord
      expiresAt: number
      nonce: Nonce | null
      readonly talk: SignedIn
    }
  | { readonly at: 'gone' }

export function createSyncSession(
  parts: RelayParts,
  { outlet, host, maySignIn, welcome }: SyncSessionOptions,
): SyncSession {
  let state: State = { at: 'hello' }
  let busy = false
  let early: Uint8Array[] = []
  const isOneTooMany = createMessageCount(parts.now)
  /** Pushes are held back, not counted; so is a card behind each. */
  let pushesWithoutCard = 0
  const send = (type: number, value: unknown): void =>
    outlet.write(framed([jsonFrame(type, value)]))
  const cast = createCast(parts.directory, parts.now, (frame) => outlet.write(framed([frame])))
  const late = setTimeout(() => outlet.close('hello-late'), limits.helloMs)

  const challenge = (): Nonce => {
    const nonce = { value: newNonce(), until: parts.now() + limits.nonceMs }
    send(toDevice.challenge, { nonce: nonce.value })
    return nonce
  }
  /** The device as it stands now. That it was revoked hears only who holds its key. */
  const proven = async (
    id: DeviceRecord['id'],
    nonce: Nonce | null,
    signature: string,
  ): Promise<Result<DeviceRecord, CloseReason>> => {
    const device = await parts.directory.device(id)
    if (device === null || nonce === null || parts.now() > nonce.until) return refuse('signed-out')
    if (!provesDevice(device, host, nonce.value, signature)) return refuse('signed-out')
    return device.revoked ? refuse('no-access') : ok(device)
  }
  const tokenFor = ({ id }: DeviceRecord, machine = ''): Promise<Token> => {
    const session = { kind: 'device', device: id } as const
    const named = cleanLine(machine) || undefined
    return issueToken(parts.directory, session, parts.now(), limits.sessionMs, named)
  }
  const letIn = async (device: DeviceRecord, { token, expiresAt }: Token): Promise<void> => {
    const people = await cast.first(device)
    const pushed = Math.max(0, await parts.log.newestPush(device.number))
    const newest = await parts.ledger.newestOf(device.number)
    const relayKey = Buffer.from(await parts.ledger.relayKey()).toString('base64url')
    if (!outlet.isOpen()) return
    const refusal = welcome(session, device)
    if (refusal !== null) return outlet.close(refusal)
    clearTimeout(late)
    state = {
      at: 'in',
      device,
      expiresAt,
      nonce: null,
      talk: createSignedIn(parts, outlet, session, device, cast),
    }
    const words: Welcome = {
      epoch: parts.epoch,
      workspace: device.workspace,
      ...(parts.address === undefined ? {} : { address: parts.address }),
      member: device.member,
      ...standingOf(device),
      device: device.number,
      pushed,
      records: { n: newest?.n ?? 0, last: newest?.id ?? null },
      relayKey,
      token,
      tokenMs: expiresAt - parts.now(),
      now: parts.now(),
      people: [...people],
    }
    send(toDevice.welcome, words)
  }
  const hear = async (hello: Hello): Promise<void> => {
    if (hello.version !== PROTOCOL_VERSION) return outlet.close('version')
    if (!maySignIn()) return outlet.close('too-many-from-here')
    const live =
      hello.token === undefined ? null : await sessionOf(parts.directory, hello.token, parts.now())
    if (
      live?.session.kind === 'device' &&
      live.session.device === hello.device &&
      hello.token !== undefined
    ) {
      const device = await parts.directory.device(hello.device)
      if (device !== null && !device.revoked)
        return letIn(device, { token: hello.token, expiresAt: live.expiresAt })
    }
    state = { at: 'proof', hello, nonce: challenge() }
  }
  const prove = async (
    { hello, nonce }: Extract<State, { at: 'proof' }>,
    signature: string,
  ): Promise<void> => {
    state = { at: 'hello' }
    const proof = await proven(hello.device, nonce, signature)
    if (!proof.ok) return outlet.close(proof.refusal)
    await letIn(proof.value, await tokenFor(proof.value, hello.machine))
  }
  const refresh = async (
    signed: Extract<State, { at: 'in' }>,
    signature: string,
  ): Promise<void> => {
    if (!maySignIn()) return outlet.close('too-many-from-here')
    const { nonce } = signed
    signed.nonce = null
    const proof = await proven(signed.device.id, nonce, signature)
    if (!proof.ok) return outlet.close(proof.refusal)
    const { token, expiresAt } = await tokenFor(proof.value)
    signed.expiresAt = expiresAt
    send(toDevice.token, { token, tokenMs: expiresAt - parts.now() })
  }
  const fail = (error: unknown): void => {
    parts.fault(error)
    outlet.close('relay-fault')
  }
  /** Work that must end before the next frame is read. */
  const alone = (work: Promise<void>): void => {
    busy = true
    void work.catch(fail).finally(() => {
      busy = false
      const waiting = early
      early = []
      for (const frame of waiting) session.receive(frame)
    })
  }
  const signIn = (head: FrameHead): void => {
    if (head.channel !== 0) return outlet.close('malformed')
    if (state.at === 'hello' && head.type === toRelay.hello)
      return alone(hear(helloSchema.parse(readJson(head.body))))
    if (state.at === 'proof' && head.type === toRelay.proof)
      return alone(prove(state, proofSchema.parse(readJson(head.body)).signature))
    outlet.close('malformed')
  }
  const talk = (signed: Extract<State, { at: 'in' }>, head: FrameHead): void => {
    if (head.channel === 0 && head.type === toRelay.refresh) signed.nonce = challenge()
    else if (head.channel === 0 && head.type === toRelay.proof) {
      refresh(signed, proofSchema.parse(readJson(head.body)).signature).catch(fail)
    } else signed.talk.take(head)
  }
  /** Pushes are held back by unanswered ones (signed-in.ts), everything else by count. */
  const isTooMany = (head: FrameHead): boolean => {
    if (head.channel === 0 && head.type === toRelay.push) {
      pushesWithoutCard += 1
      return false
    }
    if (head.channel === 0 && head.type === toRelay.card && pushesWithoutCard > 0) {
      pushesWithoutCard -= 1
      return false
    }
    return isOneTooMany()
  }

  /** Also where nothing was changed: a grant may have run out. */
  const followDevice = (signed: Extract<State, { at: 'in' }>, device: DeviceRecord): void => {
    const hasChanged = device.accessVersion !== signed.device.accessVersion
    signed.device = device
    if (hasChanged) send(toDevice.standing, standingOf(device))
    if (hasChanged || device.grants.some(({ expiresAt }) => expiresAt !== null))
      signed.talk.follow(device)
    // What came or went stands in the feed.
    if (hasChanged) send(toDevice.news, {})
  }

  const session: SyncSession = {
    receive(frame) {
      if (state.at !== 'in' && frame.byteLength > limits.helloBytes)
        return outlet.close('too-large')
      if (busy) {
        if (early.push(frame) > EARLY_FRAMES) outlet.close('too-many-messages')
        return
      }
      if (!outlet.isOpen()) return
      try {
        const head = readFrame(frame)
        if (state.at !== 'in') signIn(head)
        else if (isTooMany(head)) outlet.close('too-many-messages')
        else talk(state, head)
      } catch {
        outlet.close('malformed')
      }
    },
    leave() {
      clearTimeout(late)
      if (state.at === 'in') state.talk.leave()
      state = { at: 'gone' }
    },
    device: () => (state.at === 'in' ? state.device : null),
    async recheck(isUnchanged) {
      if (state.at !== 'in') return
      if (parts.now() >= state.expiresAt) return outlet.close('session-over')
      const device = isUnchanged ? state.device : await parts.directory.device(state.device.id)
      if (device === null) return outlet.close('signed-out')
      if (device.revoked) return outlet.close('no-access')
      // It may have left meanwhile.
      if (state.at === 'in') followDevice(state, device)
    },
    sees: (doc) => state.at === 'in' && mayRead(state.device, doc, parts.now()),
    async tellPeople(people) {
      if (state.at !== 'in') return
      if (isInside(state.device)) session.send(people)
      else await cast.again(state.device)
    },
    send: (frame) => outlet.write(framed([frame])),
  }
  return session
}

const standingOf = ({ access, outside, functions, grants }: DeviceRecord): ToldStanding => ({
  access,
  outside,
  functions: [...functions],
  grants: grants.map(({ topic, right, expiresAt }) => ({ topic, right, expiresAt })),
})
