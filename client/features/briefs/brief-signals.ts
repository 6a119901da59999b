/** A brief's parts as the sections of its page read them, each repainted only by changes of its own root types. */
import type { Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { follow } from '#client/live/follow.ts'
import { followRows } from '#client/live/follow-rows.ts'
import type { Product, SellingPoint, Target } from '#shared/domain/briefs/brief.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { readBriefHead, type BriefHead } from '#shared/documents/readers/read-brief.ts'
import { pointReader } from '#shared/documents/readers/read-points.ts'
import { productReader } from '#shared/documents/readers/read-products.ts'
import { readTargets } from '#shared/documents/readers/read-targets.ts'

export interface BriefSignals {
  readonly head: Accessor<BriefHead>
  readonly targets: Accessor<readonly Target[]>
  readonly points: Accessor<readonly SellingPoint[]>
  readonly products: Accessor<readonly Product[]>
}

export function followBrief(doc: Accessor<Y.Doc>): BriefSignals {
  return {
    head: follow(doc, (from) => [rootMap(from, 'short'), rootMap(from, 'fields')], readBriefHead),
    targets: follow(
      doc,
      (from) => [rootMap(from, 'targets')],
      (from) => readTargets(rootMap(from, 'targets')),
    ),
    points: followRows(doc, (from) => rootMap(from, 'points'), pointReader),
    products: followRows(doc, (from) => rootMap(from, 'products'), productReader),
  }
}
