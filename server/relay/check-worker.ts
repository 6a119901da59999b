/** The checking thread's door: judges one large update after the other, keeps nothing. A build input of its own. */
import { parentPort } from 'node:worker_threads'
import type { FromCheckWorker, ToCheckWorker } from './check-messages.ts'
import { judgeUpdate } from './check.ts'

parentPort?.on('message', (message: ToCheckWorker) => parentPort?.postMessage(answerTo(message)))

function answerTo({
  job,
  bytes,
  authors,
  device,
  recovering,
  reserved,
}: ToCheckWorker): FromCheckWorker {
  const judged = judgeUpdate(bytes, authors, device, {
    recovering,
    reservedFor: (client) => reserved.get(client) ?? null,
  })
  if (!judged.ok) return { kind: 'refused', job, refusal: judged.refusal }
  const { stored, ...verdict } = judged.value
  return { kind: 'judged', job, verdict, stored: stored === bytes ? 'same' : stored }
}
