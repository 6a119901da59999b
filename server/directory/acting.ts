/** Who acts on people, and what becomes of it. Left out: judging and applying (acts.ts). */
import type { DeviceId, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'

/** Whose record it is. */
export interface Actor {
  readonly workspace: WorkspaceId
  readonly member: MemberId
  readonly device: DeviceId
}

export type ActRefusal = 'no-access' | 'not-found' | 'malformed' | 'last-owner' | 'too-many'
export type Acted = Result<null, ActRefusal>
