/**
 * `npm run seed -- small|busy|huge SEED` fills DATA_DIR with a workspace of believable work and prints a link to join it.
 * Uses the relay that runs on the folder, or starts one for as long as the seeding takes.
 */
import { readEnvironment } from '#server/environment.ts'
import { runningRelay } from '#server/log/relay-file.ts'
import { startRelay } from '#server/start-relay.ts'
import type { DemoSize } from '#shared/domain/demo/demo-briefs.ts'
import { seedWorkspace } from './seed-workspace.ts'

const sizes: readonly DemoSize[] = ['small', 'busy', 'huge']
const size = sizes.find((one) => one === process.argv[2])
const seed = Number(process.argv[3] ?? '1')
if (size === undefined || !Number.isInteger(seed)) {
  console.error('Say how much and from which number: npm run seed -- small|busy|huge SEED')
  process.exit(2)
}
const environment = readEnvironment({ LOG_LEVEL: 'warn', ...process.env })
const running = runningRelay(environment.DATA_DIR)
const started = running === null ? await startRelay(environment) : null
const address = running?.adminUrl ?? started?.address ?? ''
const seeded = await seedWorkspace(address, size, seed, new Date().toISOString().slice(0, 10))
await started?.close()
if (!seeded.ok) {
  console.error(seeded.refusal)
  process.exit(1)
}
const { workspace, people, briefs, inviteLink } = seeded.value
console.log(`${workspace}: ${briefs.length} briefs, ${people.join(', ')}`)
if (started !== null) console.log('Start the relay with: npm start')
console.log(`Then join at: ${inviteLink}`)
process.exit(0)
