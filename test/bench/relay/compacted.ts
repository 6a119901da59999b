/**
 * A long text once the relay has tidied up: what a newcomer reads compared with the state itself, and how long the
 * fetch takes after a restart. Hocuspocus gets the keystrokes a hundred at a time (one by one it does not finish).
 */
import * as Y from 'yjs'
import { keystrokeTrace, type KeystrokeTrace } from '../load/keystrokes.ts'
import { benchDocName } from '../load/doc-names.ts'
import { createSignal } from '../load/signal.ts'
import { startServer, type RunningServer } from '../servers/server.ts'
import { wireOf } from '../wires/wire-of.ts'
import { pushAll } from './push-all.ts'
import type { Scenario } from '../scenario.ts'

const PATIENCE_MS = 60_000
const ENOUGH = 2

export const compacted: Scenario = {
  name: 'compacted',
  servers: ['bare-commit', 'hocuspocus', 'ours'],
  async measure({ server: name, folder, quick }) {
    const trace = keystrokeTrace(quick ? 20_000 : 260_000, name === 'hocuspocus' ? 100 : 1)
    const first = await startServer(name, folder)
    try {
      await write(first, trace)
      if (name === 'ours') await tidied(first, trace, quick ? 8_000 : PATIENCE_MS)
    } finally {
      await first.stop()
    }
    const second = await startServer(name, folder)
    try {
      const { bytes, ms, text } = await read(second)
      if (text !== trace.text) throw new Error('the text that came back is not the one written')
      const what = `${quick ? 20_000 : 260_000} keystrokes, tidied and restarted`
      return [
        {
          case: `${what}: bytes read ÷ state`,
          unit: '×',
          better: 'lower',
          value: bytes / trace.state.length,
        },
        { case: `${what}: fetch`, unit: 'ms', better: 'lower', value: ms },
      ]
    } finally {
      await second.kill()
    }
  },
}

async function write(server: RunningServer, trace: KeystrokeTrace): Promise<void> {
  const wire = await wireOf(server, 2)
  const all = createSignal()
  let left = trace.updates.length
  const count = (n: number): void => {
    left -= n
    if (left === 0) all.resolve()
  }
  const lost = (why: string): void => all.reject(new Error(why))
  // Where nothing is acknowledged, what another client has heard counts.
  const reader = await wire.join(benchDocName(4), 7_002, {
    update: () => (wire.acknowledges ? undefined : count(1)),
  })
  const writer = await wire.join(benchDocName(4), trace.client, {
    update: () => undefined,
    acknowledged: count,
    lost,
  })
  await Promise.all([pushAll(writer, trace.updates), all.promise])
  writer.close()
  reader.close()
}

async function tidied(
  server: RunningServer,
  trace: KeystrokeTrace,
  patienceMs: number,
): Promise<void> {
  const end = performance.now() + patienceMs
  while (performance.now() < end) {
    const { bytes } = await read(server)
    if (bytes <= ENOUGH * trace.state.length) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function read(server: RunningServer): Promise<{ bytes: number; ms: number; text: string }> {
  const wire = await wireOf(server, 1)
  const updates: Uint8Array[] = []
  const began = performance.now()
  const link = await wire.join(benchDocName(4), 7_100, {
    update: (bytes) => updates.push(bytes.slice()),
  })
  const ms = performance.now() - began
  const bytes = link.received()
  link.close()
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return { bytes, ms, text: doc.getText('text').toString() }
}
