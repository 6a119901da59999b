/**
 * Who may read and write which document: one table by kind, and one pure function that relay and app both ask. A kind
 * that is not in the table does not exist. Left out: where a member's facts are kept (server/directory, `welcome`).
 */
import type { Access, GrantedRight, MemberFunction } from '#shared/lib/access.ts'
import { kindOf, topicOf, type DocumentKind } from '#shared/lib/document-kinds.ts'
import type { DocName, MemberId, Topic, WorkspaceId } from '#shared/lib/ids.ts'

export type Right = 'none' | GrantedRight

/** A right on a topic's documents, for one member. */
export interface Grant {
  readonly topic: Topic
  readonly right: GrantedRight
  /** When it ends by itself, ms; null: not before it is ended. */
  readonly expiresAt: number | null
}

/** What is asked of a member to know their rights. */
export interface Standing {
  readonly member: MemberId
  readonly workspace: { readonly id: WorkspaceId }
  readonly access: Access
  /** Outsourced: receives only what they were granted. Guests always are. */
  readonly outside: boolean
  /** What they are there for. */
  readonly functions: readonly MemberFunction[]
  /** Those that were not ended. */
  readonly grants: readonly Grant[]
}

/**
 * `edit` means that the document may be written, `comment` that its talk may; on a talk itself nothing stands between
 * `view` and `edit`. `now` in ms, by the clock of whoever asks.
 */
export function rightOn(standing: Standing, doc: DocName, now: number): Right {
  const kind = kindOf(doc)
  return kind === null ? 'none' : audiences[kind](standing, topicOf(doc), now)
}

/** Owner, lead, member or viewer of the company itself: reads everything but what is nobody else's. */
export const isInside = ({ access, outside }: Pick<Standing, 'access' | 'outside'>): boolean =>
  !outside && access !== 'guest'

/** Who is told what work costs: rates are wages, and vendors are asked without knowing ours. */
export const knowsPrices = (
  standing: Pick<Standing, 'access' | 'outside' | 'functions'>,
): boolean =>
  isInside(standing) && (isLeading(standing.access) || standing.functions.includes('operations'))

export const isLeading = (access: Access): boolean => access === 'owner' || access === 'lead'

/** Kinds whose documents a grant on their topic opens. */
export const grantedKinds = ['brief', 'talk', 'task'] as const satisfies readonly DocumentKind[]

type Audience = (standing: Standing, topic: Topic, now: number) => Right

const workRight: Audience = (standing, topic, now) =>
  strongest(insideRight(standing), grantedRight(standing, topic, now))

const audiences: Record<DocumentKind, Audience> = {
  brief: workRight,
  task: workRight,
  talk(standing, topic, now) {
    const right = workRight(standing, topic, now)
    return right === 'comment' ? 'edit' : right
  },
  workspace(standing, topic) {
    if (topic !== String(standing.workspace.id) || standing.access === 'guest') return 'none'
    return isInside(standing) && isLeading(standing.access) ? 'edit' : 'view'
  },
  // A task names its version: who sees the task must be able to read what its stages are called.
  sop(standing) {
    return isInside(standing) && isLeading(standing.access) ? 'edit' : 'view'
  },
  // The team's own: whoever is outside begins nothing.
  template: insideRight,
  prices(standing, topic) {
    if (topic !== String(standing.workspace.id) || !knowsPrices(standing)) return 'none'
    return isLeading(standing.access) ? 'edit' : 'view'
  },
  // Under a brief's topic, and not among the granted kinds: a grant on the brief opens none of it.
  costs: (standing) => (knowsPrices(standing) ? insideRight(standing) : 'none'),
  // Outside, a person is there for the others as a name only (relay/cast.ts).
  person(standing, topic) {
    if (standing.access === 'guest') return 'none'
    if (topic === String(standing.member)) return 'edit'
    if (!isInside(standing)) return 'none'
    return isLeading(standing.access) ? 'edit' : 'view'
  },
}

function insideRight(standing: Standing): Right {
  if (!isInside(standing)) return 'none'
  return standing.access === 'viewer' ? 'view' : 'edit'
}

function grantedRight({ grants }: Standing, topic: Topic, now: number): Right {
  const grant = grants.find((one) => one.topic === topic)
  if (grant === undefined) return 'none'
  return grant.expiresAt === null || grant.expiresAt > now ? grant.right : 'none'
}

const strength: Record<Right, number> = { none: 0, view: 1, comment: 2, edit: 3 }
const strongest = (one: Right, other: Right): Right =>
  strength[other] > strength[one] ? other : one
