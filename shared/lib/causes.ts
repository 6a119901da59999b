/** Why work is sent back: the ids of the one list used everywhere (R1). Their words stand in domain/tasks/causes.ts. */
export const causeIds = [
  'brief-missing',
  'brief-changed',
  'brief-not-followed',
  'new-request',
  'visual',
  'copy-or-translation',
  'platform-rule',
  'size-or-format',
  'rights-or-culture',
  'reviewers-disagree',
] as const
export type CauseId = (typeof causeIds)[number]
