/** `bare`, but each turn's updates are committed to SQLite before any receiver gets them; a joiner gets all rows. */
import { listen } from './rooms.mjs'
import { createUpdateStore } from './update-store.mjs'

const store = createUpdateStore()
let turn = []

listen({
  joined(room, socket) {
    // What this turn has not committed yet reaches the joiner through the broadcast below.
    for (const frame of store.read(room.name)) socket.send(frame)
  },
  update(room, from, frame) {
    if (turn.length === 0) setImmediate(flush)
    turn.push({ room, from, frame })
  },
})

function flush() {
  const updates = turn
  turn = []
  store.append(updates.map(({ room, frame }) => ({ doc: room.name, bytes: frame })))
  for (const { room, from, frame } of updates) {
    for (const socket of room.sockets) if (socket !== from) socket.send(frame)
  }
}
