/**
 * The names that travel: ids and document names as schemas, so that every door parses them the same way.
 * A document's name is its kind, a dash and an id: `brief-0a1b…` (lib/document-kinds.ts).
 */
import * as z from 'zod/mini'
import { accessLevels, grantedRights, memberFunctions } from '#shared/lib/access.ts'
import {
  docNamePattern,
  fileIdPattern,
  idPattern,
  type DeviceId,
  type DocName,
  type FileId,
  type InviteId,
  type MemberId,
  type Topic,
  type WorkspaceId,
} from '#shared/lib/ids.ts'

const id = z.string().check(z.regex(idPattern))

export const docNameSchema = z.pipe(
  z.string().check(z.regex(docNamePattern)),
  z.transform((name) => name as DocName),
)
export const deviceIdSchema = z.pipe(
  id,
  z.transform((text) => text as DeviceId),
)
export const memberIdSchema = z.pipe(
  id,
  z.transform((text) => text as MemberId),
)
export const workspaceIdSchema = z.pipe(
  id,
  z.transform((text) => text as WorkspaceId),
)
export const inviteIdSchema = z.pipe(
  id,
  z.transform((text) => text as InviteId),
)

export const fileIdSchema = z.pipe(
  z.string().check(z.regex(fileIdPattern)),
  z.transform((text) => text as FileId),
)

export const topicSchema = z.pipe(
  id,
  z.transform((text) => text as Topic),
)

export const accessSchema = z.enum(accessLevels)
export type Access = z.infer<typeof accessSchema>
export const grantedRightSchema = z.enum(grantedRights)
export const functionsSchema = z.array(z.enum(memberFunctions))

/** Whether there may be something for them to write; on a document `rightOn` says it (audiences.ts). */
export const canWrite = (access: Access): boolean => access !== 'viewer'
/** Whether somebody inside may start documents. */
export const canBegin = (access: Access): boolean => access !== 'viewer' && access !== 'guest'
export const canInvite = (access: Access): boolean => access === 'owner' || access === 'lead'
