/** Where rework comes from: each cause belongs to one origin (spec: production, 4). A data table. */
import type { CauseId } from '#shared/lib/causes.ts'

export const origins = ['brief', 'production', 'translation', 'conflict', 'rule'] as const
export type Origin = (typeof origins)[number]

export const originOf: Readonly<Record<CauseId, Origin>> = {
  'brief-missing': 'brief',
  'brief-changed': 'brief',
  'new-request': 'brief',
  'brief-not-followed': 'production',
  visual: 'production',
  'size-or-format': 'production',
  'rights-or-culture': 'production',
  'copy-or-translation': 'translation',
  'reviewers-disagree': 'conflict',
  'platform-rule': 'rule',
}
