/** The floor: a `ws` broadcast per document, one send per receiver, nothing kept. */
import { listen } from './rooms.mjs'

listen({
  update(room, from, frame) {
    for (const socket of room.sockets) if (socket !== from) socket.send(frame)
  },
})
