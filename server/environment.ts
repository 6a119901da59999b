/** The relay's environment, parsed once. Left out: what the tests and the benchmark add by argument. */
import { resolve } from 'node:path'
import * as z from 'zod'

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8484),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .transform((folder) => resolve(folder)),
  /** Where people reach the relay from outside, behind a proxy that speaks https. Decides links and whom devices sign for. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** `1`: /doc/:name also takes `?token=`, for old clients. */
  ALLOW_QUERY_TOKEN: z
    .string()
    .optional()
    .transform((text) => text === '1'),
})

export type Environment = z.infer<typeof environmentSchema>

/** Throws a sentence naming what is wrong. An empty variable counts as not set. */
export function readEnvironment(from: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const read = environmentSchema.safeParse(set)
  if (read.success) return read.data
  throw new Error(
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
  )
}
