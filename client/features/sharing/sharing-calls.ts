/** What sharing a brief asks of this device; client/app hands it in. All of it works offline: what is made waits to be sent. */
import type { GrantedRight } from '#shared/lib/access.ts'
import type { InviteId, MemberId, Topic } from '#shared/lib/ids.ts'
import type { Sharing } from '#shared/records/sharing.ts'

export interface NewLink {
  readonly topics: readonly Topic[]
  readonly right: GrantedRight
  /** ms. */
  readonly expiresAt: number
  readonly uses: number
}

export interface MadeLink {
  readonly id: InviteId
  /** With the secret: shown once, and kept nowhere. */
  readonly link: string
}

export interface SharingCalls {
  /** Owner, lead and member inside. */
  readonly mayGrant: () => boolean
  /** Owner and lead. */
  readonly mayMakeLinks: () => boolean
  read(): Promise<Sharing>
  subscribe(listener: () => void): () => void
  /** False: this device could not store it. */
  give(member: MemberId, right: GrantedRight, expiresAt: number | null): Promise<boolean>
  end(member: MemberId): Promise<boolean>
  makeLink(wanted: NewLink): Promise<MadeLink | null>
  endLink(id: InviteId): Promise<boolean>
  readonly now: () => number
}

/** Another brief a guest link may open, too. */
export interface OtherBrief {
  readonly topic: Topic
  readonly title: string
}
