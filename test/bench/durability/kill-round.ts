/**
 * One round: a writer and a receiver on a new document, SIGKILL at a random moment, a restart, and a fresh client that
 * takes what is there. Counts what was acknowledged, and what the receiver had, that is not found again.
 */
import * as Y from 'yjs'
import { createMapEdits } from '../load/map-edits.ts'
import { readClockRange } from '../load/clock-range.ts'
import { pace } from '../load/pace.ts'
import { createSignal } from '../load/signal.ts'
import { startServer } from '../servers/server.ts'
import { wireOf } from '../wires/wire-of.ts'
import type { ServerName } from '../servers/commands.ts'

export interface Round {
  readonly acknowledged: number
  readonly seen: number
  readonly found: number
}

export interface RoundPlan {
  readonly server: ServerName
  readonly folder: string
  readonly doc: string
  readonly rate: number
  readonly killAfterMs: number
}

const WRITER = 900

export async function killRound({
  server: name,
  folder,
  doc,
  rate,
  killAfterMs,
}: RoundPlan): Promise<Round> {
  const server = await startServer(name, folder)
  const wire = await wireOf(server, 2)
  const heard = { acknowledged: 0, seen: 0 }
  const range = { client: 0, from: 0, count: 0 }
  const over = [createSignal(), createSignal()] as const
  await wire.join(doc, 901, {
    update(bytes) {
      if (readClockRange(bytes, range)) heard.seen = Math.max(heard.seen, range.from + range.count)
    },
    lost: (why) => void (why.startsWith('closed') && over[0].resolve()),
  })
  const writer = await wire.join(doc, WRITER, {
    update: () => undefined,
    acknowledged: (count) => (heard.acknowledged += count),
    lost: (why) => void (why.startsWith('closed') && over[1].resolve()),
  })
  const updates = createMapEdits(WRITER).take(Math.ceil((rate * (killAfterMs + 50)) / 1000))
  let sent = 0
  const killed = new Promise((resolve) => setTimeout(resolve, killAfterMs)).then(() =>
    server.kill(),
  )
  await pace(rate, killAfterMs + 50, (upTo) => {
    for (const update of updates.slice(sent, upTo)) writer.push(update)
    sent = upTo
    writer.flush()
  })
  // What was already on its way to the clients still counts as heard.
  await Promise.all([killed, over[0].promise, over[1].promise])
  const found = await foundAfterRestart(name, folder, doc)
  return {
    acknowledged: wire.acknowledges ? heard.acknowledged : heard.seen,
    seen: heard.seen,
    found,
  }
}

async function foundAfterRestart(name: ServerName, folder: string, doc: string): Promise<number> {
  const server = await startServer(name, folder)
  try {
    const fresh = new Y.Doc()
    const wire = await wireOf(server, 1)
    await wire.join(doc, 902, { update: (bytes) => Y.applyUpdate(fresh, bytes) })
    return Y.getState(fresh.store, WRITER)
  } finally {
    await server.kill()
  }
}
