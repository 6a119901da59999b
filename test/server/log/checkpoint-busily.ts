/** A checkpoint thread that never rests: every moment of a commit meets a checkpoint. */
import { parentPort } from 'node:worker_threads'
import { createCheckpointRun } from '#server/log/checkpoint-run.ts'
import type { ToCheckpoint } from '#server/log/checkpoint-thread.ts'

let isEnding = false

parentPort?.on('message', (message: ToCheckpoint) => {
  if (message.kind === 'end') isEnding = true
  else look(createCheckpointRun(message.file, 1))
})

function look(run: ReturnType<typeof createCheckpointRun>): void {
  run.look()
  if (!isEnding) return void setImmediate(look, run)
  run.close()
  parentPort?.close()
}
