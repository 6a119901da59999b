/**
 * What this person said of the columns of lists, one entry for each set of headings: `{ uses, turn }`. The oldest goes when there are too
 * many. What the uses mean is read by whoever asks (shared/domain/briefs/catalogue/remembered-uses.ts).
 */
import type * as Y from 'yjs'

/** Sets of headings that are remembered. */
const mappingsKept = 50

export interface Mappings {
  get(headings: string): unknown
  keep(headings: string, uses: unknown): void
}

export function createMappings(doc: Y.Doc): Mappings {
  const map = doc.getMap<unknown>('mappings')
  return {
    get: (headings) => part(map.get(headings), 'uses'),
    keep(headings, uses) {
      doc.transact(() => {
        const turns = [...map].map(([key, entry]) => [key, turnOf(entry)] as const)
        const latest = Math.max(0, ...turns.map(([, turn]) => turn))
        map.set(headings, { uses, turn: latest + 1 })
        const older = turns.filter(([key]) => key !== headings).sort((a, b) => a[1] - b[1])
        for (const [key] of older.slice(0, Math.max(0, map.size - mappingsKept))) map.delete(key)
      })
    },
  }
}

const part = (entry: unknown, name: 'uses' | 'turn'): unknown =>
  typeof entry === 'object' && entry !== null
    ? Object.getOwnPropertyDescriptor(entry, name)?.value
    : undefined

function turnOf(entry: unknown): number {
  const turn = part(entry, 'turn')
  return typeof turn === 'number' && Number.isFinite(turn) ? turn : 0
}
