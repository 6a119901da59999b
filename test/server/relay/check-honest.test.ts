import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandom, type Random } from '#shared/lib/random.ts'
import { createTable, isWhole, readerOf, type Table } from './check-table.ts'
import { editSomething } from './editing.ts'

const DEVICES = 4
const MESSAGES = 10_000
/** As the relay forgets a commit that failed, so does a device lose a message: the next ones are gaps. */
const LOST_ONE_IN = 15

interface Device {
  readonly number: number
  doc: Y.Doc
  undo: Y.UndoManager
  outbox: Uint8Array[]
  seen: number
}

function open(device: Device, state: Uint8Array, random: Random): void {
  device.doc = new Y.Doc({ gc: random.int(3) !== 0 })
  device.doc.clientID = 1 + random.int(2 ** 32 - 2)
  Y.applyUpdate(device.doc, state, 'store')
  device.undo = new Y.UndoManager(
    [device.doc.getText('text'), device.doc.getMap('fields'), device.doc.getXmlFragment('notes')],
    {
      trackedOrigins: new Set(['edit']),
      captureTimeout: 0,
    },
  )
  device.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== 'relay' && origin !== 'store') device.outbox.push(bytes)
  })
}

/** Sends what waits; a gap is healed by exchanging vectors, as a device does. Answers messages sent. */
function send(device: Device, table: Table, random: Random, say: string): number {
  let sent = 0
  const waiting = device.outbox
  device.outbox = []
  for (const bytes of waiting) {
    if (random.int(LOST_ONE_IN) === 0) continue
    sent += 1
    const verdict = table.take(bytes, device.number)
    if (verdict === 'stored' || verdict === 'nothing-new') continue
    expect(verdict, say).toBe('gap')
    heal(device, table, say)
    sent += 1
  }
  return sent
}

function heal(device: Device, table: Table, say: string): void {
  const healed = table.take(Y.encodeStateAsUpdate(device.doc, table.vector()), device.number)
  expect(['stored', 'nothing-new'], say).toContain(healed)
}

function receive(device: Device, table: Table): void {
  for (; device.seen < table.rows.length; device.seen++)
    Y.applyUpdate(device.doc, table.rows[device.seen] ?? new Uint8Array(), 'relay')
}

test('of 10,000 honest messages none is refused but a gap that heals, and everybody converges', () => {
  const seed = 7
  let messages = 0
  for (let run = 0; messages < MESSAGES; run++) {
    const random = createRandom(seed * 1_000 + run)
    const say = `seed ${seed}, run ${run}`
    const table = createTable()
    const devices = Array.from({ length: DEVICES }, (_, number): Device => {
      const doc = new Y.Doc()
      return { number, doc, undo: new Y.UndoManager(doc.getText('text')), outbox: [], seen: 0 }
    })
    for (const device of devices) open(device, Y.encodeStateAsUpdate(new Y.Doc()), random)
    for (let step = 0; step < 120; step++) {
      const device = random.pick(devices)
      const act = random.int(12)
      if (act < 6) editSomething(device.doc, random, device.undo)
      else if (act < 8) messages += send(device, table, random, say)
      else if (act < 10) receive(device, table)
      else if (act === 10) {
        // Step 2, as a stock client answers.
        const verdict = table.take(Y.encodeStateAsUpdate(device.doc, table.vector()), device.number)
        expect(['stored', 'nothing-new'], say).toContain(verdict)
        messages += 1
      } else open(device, Y.encodeStateAsUpdate(device.doc), random)
    }
    for (const device of devices) {
      messages += send(device, table, random, say)
      heal(device, table, say)
    }
    for (const device of devices) receive(device, table)
    // Formatting tidied while receiving is sent, too.
    for (const device of devices) heal(device, table, say)
    for (const device of devices) receive(device, table)
    const contents = [
      ...devices.map(({ doc }) => doc),
      readerOf(table.rows),
      readerOf([Y.mergeUpdates(table.rows)]),
    ].map(contentOf)
    for (const content of contents) expect(content, say).toEqual(contents[0])
    for (const { doc } of devices) expect(isWhole(doc), say).toBe(true)
  }
})

const contentOf = (doc: Y.Doc): unknown => ({
  fields: doc.getMap('fields').toJSON(),
  text: doc.getText('text').toDelta(),
  list: doc.getArray('list').toJSON(),
  notes: doc.getXmlFragment('notes').toString(),
  vector: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
})
