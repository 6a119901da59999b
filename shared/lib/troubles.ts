/** What goes wrong with work: the ids of the one list (T5). Their words stand in domain/tasks/troubles.ts. */
export const troubleIds = [
  'delay',
  'wrong-translation',
  'missed-check',
  'platform-warning',
  'creator-did-not-deliver',
  'other',
] as const
export type TroubleId = (typeof troubleIds)[number]
