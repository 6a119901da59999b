/**
 * The generator: a process of its own that measures one scenario against one relay once and tells its parent the
 * figures. Started by schedule.ts.
 */
import { z } from 'zod'
import { serverNames } from './servers/commands.ts'
import { suites } from './suites.ts'

const askedSchema = z.object({
  scenario: z.string(),
  server: z.enum(serverNames),
  folder: z.string(),
  shelf: z.string(),
  quick: z.boolean(),
  seed: z.int(),
  run: z.int(),
})

const asked = askedSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
const scenario = [...suites.relay, ...suites.durability].find(({ name }) => name === asked.scenario)
if (scenario === undefined) throw new Error(`no scenario ${asked.scenario}`)
const figures = await scenario.measure(asked)
process.send?.(figures, () => process.exit(0))
