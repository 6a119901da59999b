/** The targets that are on, in the order of platform, market and locale. Never throws; keys it cannot read are passed over. */
import type * as Y from 'yjs'
import type { Target } from '#shared/domain/briefs/brief.ts'
import { readTargetKey } from '#shared/domain/briefs/target-key.ts'

export function readTargets(map: Y.Map<unknown>): Target[] {
  const keys: string[] = []
  for (const [key, value] of map.entries())
    if (key.endsWith('/on') && value === true) keys.push(key.slice(0, -3))
  return keys.sort().flatMap((key) => readTargetKey(key) ?? [])
}
