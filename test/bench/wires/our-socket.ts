/** A signed-in socket to our relay's `/sync`: hello, challenge, proof, welcome. What comes after goes to `frame`. */
import { challengeSchema, welcomeSchema } from '#shared/protocol/control.ts'
import {
  jsonFrame,
  readFrame,
  readJson,
  toDevice,
  toRelay,
  type FrameHead,
} from '#shared/protocol/frames.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts'
import { openRawSocket, type RawSocket } from '../load/raw-socket.ts'
import { createSignal } from '../load/signal.ts'
import { signIn, type DeviceKey } from './our-people.ts'

export interface OurSocket {
  readonly socket: RawSocket
  readonly token: string
}

export interface OurEars {
  /** Every message after the welcome, unread: the row path reads it without making objects. */
  message(payload: Uint8Array): void
  closed(why: string): void
}

export async function openOurSocket(
  port: number,
  device: DeviceKey,
  token: string | null,
  ears: OurEars,
): Promise<OurSocket> {
  const host = `127.0.0.1:${port}`
  const welcomed = createSignal()
  let given = ''
  const answer = async (head: FrameHead): Promise<void> => {
    if (head.type === toDevice.challenge) {
      const { nonce } = challengeSchema.parse(readJson(head.body))
      say(jsonFrame(toRelay.proof, { signature: await signIn(device, host, nonce) }))
    } else if (head.type === toDevice.welcome) {
      given = welcomeSchema.parse(readJson(head.body)).token
      welcomed.resolve()
    }
  }
  const socket = await openRawSocket(port, '/sync', {
    message(payload) {
      if (given !== '') ears.message(payload)
      else
        answer(readFrame(payload)).catch((why: unknown) => welcomed.reject(new Error(String(why))))
    },
    closed(code) {
      welcomed.reject(new Error(`closed with ${code} before the welcome`))
      ears.closed(`closed with ${code}`)
    },
  })
  const say = (frame: Uint8Array): void => {
    socket.send(frame)
    socket.flush()
  }
  say(
    jsonFrame(toRelay.hello, {
      version: PROTOCOL_VERSION,
      device: device.device,
      app: 'bench',
      ...(token === null ? {} : { token }),
    }),
  )
  await welcomed.promise
  return { socket, token: given }
}
