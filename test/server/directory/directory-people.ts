/** People, secrets and invites for tests of the Directory, named by one letter. */
import type { InviteId, WorkspaceId } from '#shared/lib/ids.ts'
import {
  deviceIdSchema,
  inviteIdSchema,
  memberIdSchema,
  workspaceIdSchema,
} from '#shared/protocol/names.ts'
import type { Joining, NewInvite } from '#server/directory/directory.ts'

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

export const inviteOf = (letter: string, over: Partial<NewInvite> = {}): NewInvite => ({
  id: inviteNamed(letter),
  secretHash: secretOf('s'),
  workspace: workspaceNamed('w'),
  access: 'member',
  expiresAt: 100,
  maxUses: 1,
  createdBy: joiningOf('a').member,
  at: 5,
  ...over,
})
