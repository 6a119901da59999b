/** Which scenarios belong to which benchmark, in the order they are run. */
import { coldSync } from './relay/cold-sync.ts'
import { compacted } from './relay/compacted.ts'
import { fanOut } from './relay/fan-out.ts'
import { keystrokes } from './relay/keystrokes.ts'
import { manyDocuments } from './relay/many-documents.ts'
import { openMemory } from './relay/open-memory.ts'
import { ordinaryRate } from './relay/ordinary-rate.ts'
import { lostAt100, lostAt3000 } from './durability/lost-updates.ts'
import type { Scenario } from './scenario.ts'

export const suites: Record<'relay' | 'durability', readonly Scenario[]> = {
  relay: [fanOut, ordinaryRate, manyDocuments, coldSync, openMemory, keystrokes, compacted],
  durability: [lostAt100, lostAt3000],
}
