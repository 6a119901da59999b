/**
 * Copies what the WAL has gathered into the database file, over a connection of its own, once enough has gathered.
 * Owns reading how far the WAL has come. Left out: when to look (checkpoint-worker.ts).
 */
import Database from 'libsql'
import { closeSync, openSync, readSync } from 'node:fs'
import * as z from 'zod'

export interface CheckpointRun {
  /** Answers the frames copied so far of the WAL as it stands, or null when too few have gathered. Throws what SQLite throws. */
  look(): number | null
  close(): void
}

/** `frames`: how many must have gathered since the last copy. One frame is one page as one commit left it. */
export function createCheckpointRun(file: string, frames: number): CheckpointRun {
  const db = new Database(file)
  db.exec('PRAGMA synchronous = FULL')
  const wal = `${file}-wal`
  let copied: { readonly generation: string; readonly frames: number } | null = null
  return {
    look() {
      const generation = generationOf(wal)
      if (generation === null) return null
      const before = copied?.generation === generation ? copied.frames : 0
      if (!reaches(wal, generation, before + frames)) return null
      // PASSIVE neither waits for a writer nor makes one wait. A second one at the same moment answers busy and null counts.
      const [row] = db.prepare('PRAGMA wal_checkpoint(PASSIVE)').all()
      const { checkpointed } = answerSchema.parse(row)
      // Should the writer have begun the WAL anew meanwhile, the generation is another at the next look.
      copied = { generation, frames: Math.max(checkpointed, before) }
      return copied.frames
    },
    close: () => db.close(),
  }
}

const answerSchema = z.object({ checkpointed: z.number() })

/**
 * The file format is SQLite's own and fixed (sqlite.org/fileformat2.html, part 4): a header, then frames. Salts in the
 * header differ each time the WAL is begun anew, and a frame is of this time only with the same salts. Other ways do
 * not say it: the file never shrinks, and asking SQLite is a checkpoint already. SQLite locks the other two files, never
 * this one, so opening and closing it here takes no lock away.
 */
const HEADER = { bytes: 32, pageSizeAt: 8, saltsAt: 16 } as const
const FRAME = { bytes: 24, saltsAt: 8 } as const
const SALTS = 8

/** Page size and salts, null while nothing has been written. */
function generationOf(wal: string): string | null {
  return (
    readAt(wal, HEADER.pageSizeAt, HEADER.saltsAt + SALTS - HEADER.pageSizeAt)?.toString('hex') ??
    null
  )
}

function reaches(wal: string, generation: string, frame: number): boolean {
  const pageSize = Number.parseInt(generation.slice(0, 8), 16)
  const at = HEADER.bytes + (frame - 1) * (FRAME.bytes + pageSize) + FRAME.saltsAt
  return readAt(wal, at, SALTS)?.toString('hex') === generation.slice(-2 * SALTS)
}

function readAt(file: string, at: number, bytes: number): Buffer | null {
  const handle = openSync(file, 'r')
  try {
    const found = Buffer.alloc(bytes)
    return readSync(handle, found, 0, bytes, at) === bytes ? found : null
  } finally {
    closeSync(handle)
  }
}
