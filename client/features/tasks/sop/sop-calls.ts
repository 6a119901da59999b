/** What the page of the SOP asks of this device's copy; the app binds it. */
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import type { Publication } from '#shared/records/sop-versions.ts'

export interface SopDraft {
  readonly content: SopContent
  /** Id of the publication it was begun from; null: the shipped version. */
  readonly over: string | null
}

/** Null: done. */
export type SopAnswer = null | 'not-stored' | 'too-long'

export interface SopCalls {
  /** Who looks. */
  readonly me: string
  /** Owner or lead inside. */
  readonly mayChange: () => boolean
  readonly draft: () => SopDraft | null
  keepDraft(draft: SopDraft | null): void
  /** How many characters its text has. */
  lengthOf(content: SopContent): number
  /** As a new version over the current one. */
  publish(content: SopContent, reason: string, over: Publication | null): Promise<SopAnswer>
  /** One that is here already, or the shipped one, is current again. */
  use(version: string, reason: string, over: Publication | null): Promise<SopAnswer>
}
