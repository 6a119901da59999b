/** The worker thread's door: takes a job, answers it, never keeps a document. A build input of its own. */
import { parentPort } from 'node:worker_threads'
import * as decoding from 'lib0/decoding'
import { compactUpdates } from './compaction-merge.ts'
import type { FromWorker, ToWorker } from './compaction-messages.ts'

parentPort?.on('message', (message: ToWorker) => {
  const answer = answerTo(message)
  parentPort?.postMessage(answer)
})

function answerTo(message: ToWorker): FromWorker {
  switch (message.kind) {
    case 'compact':
      return compact(message)
  }
}

function compact({ job, snapshot, rows }: ToWorker): FromWorker {
  try {
    const found = compactUpdates(snapshot, readRows(rows))
    return found.ok
      ? { kind: 'compacted', job, bytes: found.value }
      : { kind: 'fault', job, ...found.refusal }
  } catch (error) {
    // Comparing walks what strangers wrote; whatever it throws belongs to this document.
    return { kind: 'fault', job, fault: 'unreadable', detail: String(error) }
  }
}

function readRows(bytes: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(bytes)
  const rows: Uint8Array[] = []
  while (decoding.hasContent(decoder)) rows.push(decoding.readVarUint8Array(decoder))
  return rows
}
