/** Rows, snapshots and presence as each of the two wires says them, framed and ready to write. */
import * as encoding from 'lib0/encoding'
import { bytesFrame, onChannel, rowFrame, type Row } from '#shared/protocol/frames.ts'
import type { Listener } from './listener.ts'
import { framed } from './ws-frames.ts'

type Wire = Listener['wire']

/** y-websocket's message and sync message numbers. */
export const plain = { sync: 0, awareness: 1, queryAwareness: 3 } as const
export const plainSync = { step1: 0, step2: 1, update: 2 } as const

export const rowsFramed = (wire: Wire, channel: number, rows: readonly Row[]): Buffer =>
  framed(
    rows.map((row) =>
      wire === 'rows' ? rowFrame(channel, row) : plainMessage(plainSync.update, row.bytes),
    ),
  )

export const presenceFramed = (wire: Wire, channel: number, presence: Uint8Array): Buffer =>
  framed([
    wire === 'rows' ? bytesFrame(channel, onChannel.presence, presence) : plainAwareness(presence),
  ])

export function plainMessage(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, plain.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

function plainAwareness(presence: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, plain.awareness)
  encoding.writeVarUint8Array(encoder, presence)
  return encoding.toUint8Array(encoder)
}
