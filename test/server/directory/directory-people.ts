/** People, secrets and invites for tests of the Directory, named by one letter. */
import type { InviteId, WorkspaceId } from '#shared/lib/ids.ts'
import {
  deviceIdSchema,
  inviteIdSchema,
  memberIdSchema,
  workspaceIdSchema,
} from '#shared/protocol/names.ts'
import type { Actor } from '#server/directory/acting.ts'
import type { Joining } from '#server/directory/directory.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { Act, Invitation } from '#shared/records/acts.ts'

export const inviteNamed = (letter: string): InviteId => inviteIdSchema.parse(letter.repeat(26))
export const workspaceNamed = (letter: string): WorkspaceId =>
  workspaceIdSchema.parse(letter.repeat(26))

/** A hash of 32 bytes. */
export const secretOf = (letter: string): Uint8Array =>
  new Uint8Array(32).fill(letter.charCodeAt(0))

export const joiningOf = (letter: string, over: Partial<Joining> = {}): Joining => ({
  member: memberIdSchema.parse(`0${letter.repeat(25)}`),
  name: `Person ${letter}`,
  device: deviceIdSchema.parse(`1${letter.repeat(25)}`),
  publicKey: new Uint8Array([1, letter.charCodeAt(0)]),
  at: 10,
  ...over,
})

/** Who founded the workspace `w`. */
export const founder: Actor = {
  workspace: workspaceNamed('w'),
  member: joiningOf('a').member,
  device: joiningOf('a').device,
}
type MemberInvite = Extract<Invitation, { for: 'member' }>

/** An invite of a member, opened with `secretOf('s')`. */
export const inviteOf = (
  letter: string,
  over: Partial<MemberInvite> = {},
  workspace = workspaceNamed('w'),
): Act => ({
  kind: 'invite',
  outcome: 'made',
  scope: documentNamed('workspace', workspace),
  subject: inviteNamed(letter),
  body: {
    for: 'member',
    access: 'member',
    outside: false,
    functions: [],
    topics: [],
    right: null,
    expiresAt: 100,
    uses: 1,
    secretHash: Buffer.from(secretOf('s')).toString('base64url'),
    ...over,
  },
})

export const inviteEnded = (letter: string, workspace = workspaceNamed('w')): Act => ({
  kind: 'invite',
  outcome: 'ended',
  scope: documentNamed('workspace', workspace),
  subject: inviteNamed(letter),
  body: {},
})
