/**
 * What the three bare peers share: a WebSocket server on a port the system chooses, one room per path, and raw
 * y-websocket sync frames ([0][2][update]). It looks into no update. Each peer decides how a room sends and keeps.
 */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const SYNC = 0
const STEP_2 = 1
const UPDATE = 2
/** Sent when a receiver has everything that was stored: a step 2 with Yjs's empty update. */
export const EMPTY_STEP_2 = Buffer.from([SYNC, STEP_2, 2, 0, 0])

export const isUpdate = (frame) => frame[0] === SYNC && frame[1] === UPDATE

/**
 * @param {{ joined?: (room: { name: string, sockets: Set<import('ws').WebSocket> }, socket: import('ws').WebSocket) => void,
 *   update: (room: { name: string, sockets: Set<import('ws').WebSocket> }, from: import('ws').WebSocket, frame: Buffer) => void }} peer
 */
export function listen(peer) {
  const rooms = new Map()
  const http = createServer((_, answer) => answer.end('ok'))
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
  sockets.on('connection', (socket, request) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1))
    const room = rooms.get(name) ?? { name, sockets: new Set() }
    rooms.set(name, room)
    room.sockets.add(socket)
    socket.on('message', (frame) => {
      if (isUpdate(frame)) peer.update(room, socket, frame)
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      room.sockets.delete(socket)
      if (room.sockets.size === 0) rooms.delete(name)
    })
    peer.joined?.(room, socket)
    socket.send(EMPTY_STEP_2)
  })
  http.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    const address = http.address()
    console.log(JSON.stringify({ port: address.port }))
  })
  process.on('SIGTERM', () => process.exit(0))
}
