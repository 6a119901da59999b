/**
 * A data folder holding `count` documents of about 10 kB, each pushed as 20 updates. Made once per relay and bench on
 * the shelf; every run gets a copy, so that no run finds what another left.
 */
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { benchDocName } from '../load/doc-names.ts'
import { storedDocument } from '../load/stored-document.ts'
import { createSignal } from '../load/signal.ts'
import { startServer } from '../servers/server.ts'
import { wireOf } from '../wires/wire-of.ts'
import type { Wire } from '../wires/wire.ts'
import type { Setting } from '../scenario.ts'

const AUTHOR = 300
const AT_ONCE = 8

export const storedNames = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => benchDocName(1_000 + i))

export async function putStoredDocuments(setting: Setting, count: number): Promise<void> {
  const made = `${setting.shelf}/stored-${setting.server}-${count}`
  if (!existsSync(made)) {
    const unfinished = `${made}.part`
    rmSync(unfinished, { recursive: true, force: true })
    const server = await startServer(setting.server, unfinished)
    try {
      await store(await wireOf(server, AT_ONCE), storedNames(count))
    } finally {
      await server.stop()
    }
    renameSync(unfinished, made)
  }
  cpSync(made, setting.folder, { recursive: true })
}

async function store(wire: Wire, names: readonly string[]): Promise<void> {
  const { updates } = storedDocument()
  const waiting = [...names]
  const one = async (doc: string): Promise<void> => {
    const kept = createSignal()
    let open = updates.length
    const link = await wire.join(doc, AUTHOR, {
      update: () => undefined,
      acknowledged(count) {
        open -= count
        if (open === 0) kept.resolve()
      },
      lost: (why) => kept.reject(new Error(why)),
    })
    for (const update of updates) link.push(update)
    link.flush()
    await kept.promise
    link.close()
  }
  const lane = async (): Promise<void> => {
    for (let doc = waiting.pop(); doc !== undefined; doc = waiting.pop()) await one(doc)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}
