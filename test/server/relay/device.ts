/** A device for tests on real sockets: joins over HTTP, signs in, says frames, and waits for what it is told. */
import { webcrypto } from 'node:crypto'
import { WebSocket } from 'ws'
import { bytesToBase32, randomId } from '#shared/lib/ids.ts'
import {
  challengeSchema,
  openedSchema,
  welcomeSchema,
  type Opened,
  type Welcome,
} from '#shared/protocol/control.ts'
import {
  jsonFrame,
  pushFrame,
  readAcks,
  readFrame,
  readNo,
  readRest,
  toDevice,
  toRelay,
  type Ack,
} from '#shared/protocol/frames.ts'
import { joinAnswerSchema, type InviteKey } from '#shared/protocol/http.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { foundText, joinText, signInText } from '#shared/protocol/sign-in.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

export interface Key {
  readonly device: string
  readonly publicKey: string
  sign(text: string): Promise<string>
}

export async function newKey(): Promise<Key> {
  const pair = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const spki = await webcrypto.subtle.exportKey('spki', pair.publicKey)
  const hash = await webcrypto.subtle.digest('SHA-256', spki)
  return {
    device: bytesToBase32(new Uint8Array(hash, 0, 16)),
    publicKey: Buffer.from(spki).toString('base64url'),
    async sign(text) {
      const signature = await webcrypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        pair.privateKey,
        new TextEncoder().encode(text),
      )
      return Buffer.from(signature).toString('base64url')
    },
  }
}

export const post = (
  address: string,
  path: string,
  body: unknown,
  token?: string,
): Promise<Response> =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // As a browser does for a page of this address.
      origin: new URL(address).origin,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })

export async function askToJoin(
  address: string,
  key: Key,
  invite: InviteKey | null,
  name = 'Lin',
  workspace?: string,
): Promise<Response> {
  const said = [new URL(address).host, invite?.id ?? '', key.device, name] as const
  const found =
    workspace === undefined
      ? undefined
      : { workspace: randomId(), name: workspace, member: randomId() }
  const signature = await key.sign(
    found === undefined ? joinText(...said) : foundText(...said, found),
  )
  return post(address, '/api/join', {
    invite,
    name,
    publicKey: key.publicKey,
    signature,
    ...(found === undefined ? {} : { found }),
  })
}

export async function joinAs(
  address: string,
  invite: InviteKey | null,
  name = 'Lin',
): Promise<Key> {
  const key = await newKey()
  const answer = await askToJoin(address, key, invite, name, invite === null ? 'Studio' : undefined)
  if (!answer.ok) throw new Error(`join answered ${answer.status}: ${await answer.text()}`)
  joinAnswerSchema.parse(await answer.json())
  return key
}

export interface Frame {
  readonly channel: number
  readonly type: number
  readonly body: Uint8Array
}

/** A raw socket to /sync: every frame it was told, and waiting for one. */
export interface Talk {
  readonly socket: WebSocket
  readonly frames: Frame[]
  say(frame: Uint8Array | string): void
  /** The first frame from now or before, not taken yet, that fits; it is taken. Rejects when the socket closes first. */
  take(fits: (frame: Frame) => boolean): Promise<Frame>
  readonly closed: Promise<{ code: number; reason: string }>
  close(): void
}

export async function openTalk(address: string, path = '/sync'): Promise<Talk> {
  const socket = new WebSocket(address.replace('http', 'ws') + path, { perMessageDeflate: false })
  return talkOn(socket)
}

export async function talkOn(socket: WebSocket): Promise<Talk> {
  const frames: Frame[] = []
  let waiting: {
    fits: (frame: Frame) => boolean
    resolve: (frame: Frame) => void
    reject: (error: Error) => void
  }[] = []
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => {
      resolve({ code, reason: reason.toString() })
      for (const { reject } of waiting)
        reject(new Error(`closed with ${code} ${reason.toString()}`))
      waiting = []
    })
  })
  socket.on('error', () => undefined)
  socket.on('message', (bytes: Buffer) => {
    const { channel, type, body } = readFrame(new Uint8Array(bytes))
    const frame = { channel, type, body: readRest(body) }
    const index = waiting.findIndex(({ fits }) => fits(frame))
    if (index === -1) frames.push(frame)
    else waiting.splice(index, 1)[0]?.resolve(frame)
  })
  if (socket.readyState === socket.CONNECTING) {
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
  }
  return {
    socket,
    frames,
    closed,
    say: (frame) => socket.send(frame),
    take(fits) {
      const index = frames.findIndex(fits)
      const [found] = index === -1 ? [] : frames.splice(index, 1)
      if (found !== undefined) return Promise.resolve(found)
      if (socket.readyState !== socket.OPEN)
        return Promise.reject(new Error('the socket is closed'))
      return new Promise((resolve, reject) => waiting.push({ fits, resolve, reject }))
    },
    close: () => socket.close(),
  }
}

export const json = (frame: Frame): unknown => JSON.parse(new TextDecoder().decode(frame.body))
export const control =
  (type: number) =>
  (frame: Frame): boolean =>
    frame.channel === 0 && frame.type === type
export const decoderOf = (frame: Frame): ReturnType<typeof readFrame>['body'] =>
  readFrame(Uint8Array.of(0, 0, ...frame.body)).body

export interface Device extends Talk {
  readonly key: Key
  readonly welcome: Welcome
  open(doc: string, client: number, after?: number): Promise<Opened>
  /** Sends a push and waits for its answer. */
  push(doc: string, bytes: Uint8Array, n?: number, note?: Uint8Array): Promise<Ack | Refusal>
  answer(n: number): Promise<Ack | Refusal>
  nextN(): number
}

/** Everything said so far has been read by the relay: it has answered something said after it. */
export async function hasRead(device: Talk): Promise<void> {
  device.say(jsonFrame(toRelay.feed, { cursor: null }))
  await device.take(control(toDevice.feedPage))
}

export const hello = (key: Key, token?: string, machine?: string): Uint8Array =>
  jsonFrame(toRelay.hello, {
    version: PROTOCOL_VERSION,
    device: key.device,
    app: 'test',
    ...(token === undefined ? {} : { token }),
    ...(machine === undefined ? {} : { machine }),
  })

export async function signIn(
  address: string,
  key: Key,
  firstN = 1,
  machine?: string,
): Promise<Device> {
  const talk = await openTalk(address)
  talk.say(hello(key, undefined, machine))
  const { nonce } = challengeSchema.parse(json(await talk.take(control(toDevice.challenge))))
  talk.say(
    jsonFrame(toRelay.proof, {
      signature: await key.sign(signInText(new URL(address).host, key.device, nonce)),
    }),
  )
  const welcome = welcomeSchema.parse(json(await talk.take(control(toDevice.welcome))))
  return deviceOn(talk, key, welcome, firstN)
}

function deviceOn(talk: Talk, key: Key, welcome: Welcome, firstN: number): Device {
  let n = firstN - 1
  const answers = new Map<number, Ack | Refusal>()
  const answer = async (wanted: number): Promise<Ack | Refusal> => {
    for (;;) {
      const known = answers.get(wanted)
      if (known !== undefined) {
        answers.delete(wanted)
        return known
      }
      const frame = await talk.take(
        (one) => control(toDevice.ack)(one) || control(toDevice.no)(one),
      )
      if (frame.type === toDevice.ack)
        for (const ack of readAcks(decoderOf(frame))) answers.set(ack.n, ack)
      else {
        const no = readNo(decoderOf(frame))
        answers.set(no.n, no.refusal)
      }
    }
  }
  return {
    ...talk,
    key,
    welcome,
    answer,
    nextN: () => ++n,
    async open(doc, client, after = 0) {
      talk.say(jsonFrame(toRelay.open, { doc, client, after }))
      const told = await talk.take(
        (one) => control(toDevice.opened)(one) || control(toDevice.denied)(one),
      )
      if (told.type === toDevice.denied)
        throw new Error(`not opened: ${JSON.stringify(json(told))}`)
      return openedSchema.parse(json(told))
    },
    push(doc, bytes, mine = ++n, note = new Uint8Array(0)) {
      talk.say(pushFrame({ n: mine, doc, note, bytes }))
      return answer(mine)
    },
  }
}
