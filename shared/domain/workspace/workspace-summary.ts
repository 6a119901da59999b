/** A workspace's list row as it may come from storage or a card: parsed, or null so that it is made again. */
import * as z from 'zod/mini'
import type { WorkspaceSummary } from './workspace.ts'

const summarySchema = z.object({
  title: z.string(),
  currency: z.string(),
  workingDays: z.array(z.number()),
})

export function parseWorkspaceSummary(value: unknown): WorkspaceSummary | null {
  const parsed = z.safeParse(summarySchema, value)
  return parsed.success ? { kind: 'workspace', ...parsed.data } : null
}
