/**
 * The kinds of records this version knows, and how each may turn out. A relay takes no other; a device keeps and verifies
 * others all the same, because a newer app may have made them. Left out: what a kind's body holds.
 */
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { WorkspaceId, DocName } from '#shared/lib/ids.ts'
import type { Fact } from './fact.ts'

export const recordOutcomes = {
  invite: ['made', 'ended'],
  join: ['joined'],
  member: ['set', 'removed'],
  device: ['linked', 'revoked'],
  grant: ['given', 'ended'],
  brief: ['submitted', 'accepted', 'returned'],
  task: [
    'forward',
    'back',
    'started',
    'submitted',
    'waiting',
    'handed-over',
    'went-wrong',
    'mended',
    'told',
  ],
  sop: ['published'],
} as const

export type RecordKind = keyof typeof recordOutcomes

/** Where facts about people stand, and what the whole team goes by. */
export const peopleScope = (workspace: WorkspaceId): DocName => `workspace-${workspace}` as DocName

/** Null for one this version does not know, also by its outcome. */
export function kindOfFact({ kind, outcome }: Pick<Fact, 'kind' | 'outcome'>): RecordKind | null {
  const known = recordKinds.find((name) => name === kind)
  if (known === undefined) return null
  const outcomes: readonly string[] = recordOutcomes[known]
  return outcomes.includes(outcome) ? known : null
}

/** Facts about people in the workspace's own scope, those about a document in the document's. */
export function isInItsScope(kind: RecordKind, { scope, workspace, subject }: Fact): boolean {
  if (kind === 'grant') return true
  if (kind === 'brief' || kind === 'task') return scope === documentNamed(kind, subject)
  return scope === peopleScope(workspace)
}

const recordKinds = Object.keys(recordOutcomes) as RecordKind[]
