/** A brief's list row as it may come from storage, perhaps of an older app: parsed, or null so that it is computed again. */
import * as z from 'zod/mini'
import type { BriefSummary } from './brief.ts'

const summarySchema = z.object({
  title: z.string(),
  chooseTitle: z.boolean(),
  products: z.int(),
  markets: z.array(z.string()),
  wantedBy: z.nullable(z.string()),
  rush: z.enum(['standard', 'rush']),
})

export function parseBriefSummary(value: unknown): BriefSummary | null {
  const parsed = z.safeParse(summarySchema, value)
  return parsed.success ? { kind: 'brief', ...parsed.data } : null
}
