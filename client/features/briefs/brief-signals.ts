/** A brief's parts as the sections of its page read them, each repainted only by changes of its own root types. */
import type { Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { follow } from '#client/live/follow.ts'
import type { Brief, Product, SellingPoint, Target } from '#shared/domain/briefs/brief.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { readPoints } from '#shared/documents/readers/read-points.ts'
import { readProducts } from '#shared/documents/readers/read-products.ts'
import { readTargets } from '#shared/documents/readers/read-targets.ts'

export type BriefHead = Pick<Brief, 'title' | 'titleCandidates' | 'wantedBy' | 'rush'>

export interface BriefSignals {
  readonly head: Accessor<BriefHead>
  readonly targets: Accessor<readonly Target[]>
  readonly points: Accessor<readonly SellingPoint[]>
  readonly products: Accessor<readonly Product[]>
}

export function followBrief(doc: Accessor<Y.Doc>): BriefSignals {
  const part = <T>(
    name: Parameters<typeof rootMap>[1],
    read: (root: ReturnType<typeof rootMap>) => T,
  ): Accessor<T> =>
    follow(
      doc,
      (from) => [rootMap(from, name)],
      (from) => read(rootMap(from, name)),
    )
  return {
    head: follow(doc, (from) => [rootMap(from, 'short'), rootMap(from, 'fields')], readHead),
    targets: part('targets', readTargets),
    points: part('points', readPoints),
    products: part('products', readProducts),
  }
}

function readHead(doc: Y.Doc): BriefHead {
  const { title, titleCandidates, wantedBy, rush } = readBrief(doc)
  return { title, titleCandidates, wantedBy, rush }
}
