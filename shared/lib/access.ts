/**
 * The words for what somebody may do and what they are there for. Access decides what they read and write, *function* is
 * data that gates read. Left out: which access gives which right on which document (protocol/audiences.ts).
 */

/** From the most to the least. A viewer is a member who only reads; a guest sees what they were granted. */
export const accessLevels = ['owner', 'lead', 'member', 'viewer', 'guest'] as const
export type Access = (typeof accessLevels)[number]

/** What a grant may give, from the least to the most; each includes those before it. */
export const grantedRights = ['view', 'comment', 'edit'] as const
export type GrantedRight = (typeof grantedRights)[number]

/** What somebody is there for (spec: roles). Ids stay, names may change. */
export const memberFunctions = [
  'operations',
  'designer',
  'video-editor',
  'translator',
  'reviewer',
  'quality',
  'legal',
  'seller',
  'lead',
  'owner',
] as const
export type MemberFunction = (typeof memberFunctions)[number]
