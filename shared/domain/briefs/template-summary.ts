/** The list row of a template of the team's own, and reading it back from storage or a card. */
import * as z from 'zod/mini'

export interface TemplateSummary {
  readonly kind: 'template'
  readonly title: string
  /** Market ids in the order of the alphabet, each once. */
  readonly markets: readonly string[]
  readonly deliverables: number
  /** Not offered any more. */
  readonly retired: boolean
}

const summarySchema = z.object({
  title: z.string(),
  markets: z.array(z.string()),
  deliverables: z.number(),
  retired: z.boolean(),
})

/** Null so that it is made again. */
export function parseTemplateSummary(value: unknown): TemplateSummary | null {
  const parsed = z.safeParse(summarySchema, value)
  return parsed.success ? { kind: 'template', ...parsed.data } : null
}
