/** `bare`, with all frames of an event-loop turn to one socket in one write. Nothing is kept, nothing is merged. */
import { Sender } from 'ws'
import { listen } from './rooms.mjs'

const waiting = new Map()

listen({
  update(room, from, frame) {
    const turn = waiting.get(room)
    const framed = Sender.frame(frame, { fin: true, rsv1: false, opcode: 2, mask: false, readOnly: true })
    if (turn !== undefined) turn.push({ from, framed })
    else {
      waiting.set(room, [{ from, framed }])
      if (waiting.size === 1) setImmediate(flush)
    }
  },
})

function flush() {
  for (const [room, turn] of waiting) {
    const writers = new Set(turn.map(({ from }) => from))
    const everything = bytesFor(turn, null)
    for (const socket of room.sockets) {
      const bytes = writers.has(socket) ? bytesFor(turn, socket) : everything
      if (bytes.length > 0) socket._socket.write(bytes)
    }
  }
  waiting.clear()
}

const bytesFor = (turn, socket) =>
  Buffer.concat(turn.filter(({ from }) => from !== socket).flatMap(({ framed }) => framed))
