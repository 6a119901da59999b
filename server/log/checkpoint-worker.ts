/** The thread's door: told which database, it looks at its WAL again and again. A fault ends it. A build input of its own. */
import { parentPort } from 'node:worker_threads'
import { createCheckpointRun, type CheckpointRun } from './checkpoint-run.ts'
import type { ToCheckpoint } from './checkpoint-thread.ts'

/** 1,000 updates a second write about 1,000 frames in this time. */
const LOOK_EVERY_MS = 250

let run: CheckpointRun | null = null
let looking: NodeJS.Timeout | undefined

parentPort?.on('message', (message: ToCheckpoint) => {
  switch (message.kind) {
    case 'watch':
      run = createCheckpointRun(message.file, message.frames)
      looking = setInterval(look, LOOK_EVERY_MS)
      return
    case 'end':
      clearInterval(looking)
      run?.close()
      parentPort?.close()
  }
})

function look(): void {
  try {
    run?.look()
  } catch (error) {
    run?.close()
    throw error
  }
}
