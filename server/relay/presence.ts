/**
 * Presence: y-protocols awareness passed on under clientIDs bound to the sender, within limits, never stored. The
 * newest of each person is handed to whoever opens the document; a socket that leaves ends its own for the others.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { limits } from '#shared/protocol/limits.ts'
import { holderOf } from './binding.ts'
import type { DocumentRoom, PresenceEntry } from './document-room.ts'
import type { Listener } from './listener.ts'
import { presenceFramed } from './row-frames.ts'

/** Passes presence on. False when the bytes cannot be read; too many or too large ones are dropped without a word. */
export function takePresence(
  room: DocumentRoom,
  from: Listener,
  device: number,
  bytes: Uint8Array,
  now: number,
): boolean {
  if (bytes.byteLength > limits.presenceBytes || isTooOften(from, now)) return true
  const entries = readPresence(bytes, from.session)
  if (entries === null) return false
  const own = entries.filter(({ client }) => holderOf(room, client) === device)
  for (const entry of own) {
    if (entry.state === 'null') room.presence.delete(entry.client)
    else room.presence.set(entry.client, entry)
  }
  if (own.length > 0) tell(room, from, own)
  return true
}

/** Everybody's newest presence as one message for `listener`, or null when nobody is here. */
export function presentNow(room: DocumentRoom, listener: Listener): Buffer | null {
  const others = Array.from(room.presence.values()).filter(
    ({ session }) => session !== listener.session,
  )
  return others.length === 0
    ? null
    : presenceFramed(listener.wire, room.channel, writePresence(others))
}

/** The listener has gone: its presence ends for the others. The same clock, so that its next one is newer. */
export function endPresence(room: DocumentRoom, from: Listener): void {
  const left = Array.from(room.presence.values()).filter(({ session }) => session === from.session)
  for (const { client } of left) room.presence.delete(client)
  if (left.length > 0)
    tell(
      room,
      from,
      left.map((entry) => ({ ...entry, state: 'null' })),
    )
}

function tell(room: DocumentRoom, from: Listener, entries: readonly PresenceEntry[]): void {
  const bytes = writePresence(entries)
  const frames: { rows?: Buffer; plain?: Buffer } = {}
  for (const { outlet, wire, session } of room.listeners) {
    if (session === from.session) continue
    outlet.write((frames[wire] ??= presenceFramed(wire, room.channel, bytes)))
  }
}

function isTooOften(from: Listener, now: number): boolean {
  const second = Math.floor(now / 1000)
  if (from.presenceSecond !== second) {
    from.presenceSecond = second
    from.presenceCount = 0
  }
  from.presenceCount += 1
  return from.presenceCount > limits.presencePerSecond
}

export function readPresence(bytes: Uint8Array, session: object): PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const entries: PresenceEntry[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      JSON.parse(state)
      entries.push({ client, clock, state, session })
    }
    return entries
  } catch {
    return null
  }
}

function writePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return encoding.toUint8Array(encoder)
}
