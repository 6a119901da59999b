/** How complete the open brief is, beside it on a wide desk. */
import { createMemo } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { PageHead } from '#client/ui/page-head.tsx'
import { RailBody } from '#client/ui/rail-body.tsx'
import type { Scope } from '#shared/domain/workspace/workspace.ts'
import { followQuality } from './follow-quality.ts'
import { QualityList } from './quality-list.tsx'
import { sayOutOfScope } from './say-out-of-scope.ts'

export interface QualityRailProps {
  readonly doc: Y.Doc
  /** Null where the workspace's settings are not known. */
  readonly scope: Scope | null
}

export function QualityRail(props: QualityRailProps) {
  const words = useWords(sectionWords)
  const judgement = followQuality(() => props.doc)
  const outside = createMemo(() => sayOutOfScope(judgement().brief, props.scope))
  return (
    <>
      <PageHead title={words().quality} />
      <RailBody>
        <QualityList quality={judgement().quality} outOfScope={outside()} />
      </RailBody>
    </>
  )
}
