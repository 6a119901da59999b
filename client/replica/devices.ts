/**
 * A member's devices as the relay tells them; one's own as it told them last where it cannot be asked, so that a lost phone
 * can be revoked without a connection, too. Left out: revoking, which is a record.
 */
import * as z from 'zod/mini'
import type { MemberId } from '#shared/lib/ids.ts'
import { devicesAreSchema, type KnownDevice } from '#shared/protocol/control.ts'
import { jsonFrame, toRelay } from '#shared/protocol/frames.ts'
import type { Identity } from './identity.ts'
import type { Link } from './link.ts'
import type { Store } from './store.ts'

export interface ToldDevices {
  /** Those in use before the revoked, the newest first; none where one may not know. */
  readonly devices: readonly KnownDevice[]
  /** When the relay said so, ms. */
  readonly at: number
}

export interface DevicesParts {
  readonly link: Pick<Link, 'send' | 'state' | 'onMessage' | 'onState'>
  readonly store: Pick<Store, 'getNote' | 'putNote'>
  readonly identity: Pick<Identity, 'member'>
  now(): number
}

const note = 'devices'
const keptSchema = z.object({ at: z.number(), devices: devicesAreSchema.shape.devices })

/** Null where the relay cannot be asked and has not told before. */
export async function devicesOf(
  { link, store, identity, now }: DevicesParts,
  member: MemberId,
): Promise<ToldDevices | null> {
  const isOwn = member === identity.member
  const devices = link.state() === 'ready' ? await ask(link, member) : null
  if (devices !== null) {
    const told = { at: now(), devices }
    if (isOwn) await store.putNote(note, told).catch((fault: unknown) => console.error(fault))
    return told
  }
  if (!isOwn) return null
  const kept = z.safeParse(keptSchema, await store.getNote(note))
  return kept.success ? kept.data : null
}

/** Null when the socket is lost meanwhile, or the relay is older than the question. */
function ask(link: DevicesParts['link'], member: MemberId): Promise<readonly KnownDevice[] | null> {
  return new Promise((resolve) => {
    const end = (answer: readonly KnownDevice[] | null): void => {
      for (const unhear of heard) unhear()
      resolve(answer)
    }
    const heard = [
      link.onState(() => end(null)),
      link.onMessage((message) => {
        if (message.kind === 'devices' && message.told.member === member) end(message.told.devices)
        if (message.kind === 'problem') end(null)
      }),
    ]
    link.send(jsonFrame(toRelay.devices, { member }), true)
  })
}
