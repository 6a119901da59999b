/** The checking thread's door: does one large job after the other, keeps nothing. A build input of its own. */
import { parentPort } from 'node:worker_threads'
import type { CheckJob, FromCheckWorker, ToCheckWorker } from './check-messages.ts'
import { judgeUpdate } from './check.ts'
import { areDeleted } from './known-deletes.ts'
import { depthsOf } from './stored-depths.ts'

parentPort?.on('message', (message: ToCheckWorker) => parentPort?.postMessage(answerTo(message)))

function answerTo(message: ToCheckWorker): FromCheckWorker {
  const { job, kind } = message
  switch (kind) {
    case 'judge':
      return judge(job, message)
    case 'depths':
      return { kind, job, depths: depthsOf(message.stored) }
    case 'deletes':
      return { kind, job, areKnown: areDeleted(message.stored, message.bytes) }
  }
}

function judge(
  job: number,
  { bytes, authors, depths, device, recovering, reserved }: CheckJob,
): FromCheckWorker {
  const judged = judgeUpdate(bytes, authors, device, {
    depths,
    recovering,
    reservedFor: (client) => reserved.get(client) ?? null,
  })
  if (!judged.ok) return { kind: 'refused', job, refusal: judged.refusal }
  const { stored, ...verdict } = judged.value
  return { kind: 'judged', job, verdict, stored: stored === bytes ? 'same' : stored }
}
