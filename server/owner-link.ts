/**
 * `npm run owner-link`: a new one-time link for the founder of one more workspace, from the relay that runs on DATA_DIR. The
 * link before it is worth nothing any more. Ends with 1 when there is none.
 */
import { resolve } from 'node:path'
import { askOwnerLink } from '#server/log/owner-link-command.ts'

const asked = await askOwnerLink(resolve(process.env['DATA_DIR'] ?? 'data'))
if (asked.ok) console.log(asked.value)
else {
  process.exitCode = 1
  console.error(`${asked.refusal.zh}\n${asked.refusal.en}`)
}
