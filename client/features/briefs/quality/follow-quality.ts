/** How complete the open brief is, judged again when nobody has changed it for a moment: typing never waits for it. */
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { dayOf } from '#client/i18n/format.ts'
import { judgeBrief, type Quality } from '#shared/domain/briefs/quality/judge.ts'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { notesText } from '#shared/documents/readers/notes-text.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'

export interface Judgement {
  readonly brief: Brief
  readonly quality: Quality
}

const restMs = 300

export function followQuality(doc: Accessor<Y.Doc>): Accessor<Judgement> {
  const judge = (from: Y.Doc): Judgement => {
    const brief = readBrief(from)
    return { brief, quality: judgeBrief(brief, notesText(from), dayOf(Date.now())) }
  }
  const [judgement, setJudgement] = createSignal(judge(doc()))
  createEffect(() => {
    const from = doc()
    let waiting: ReturnType<typeof setTimeout> | undefined
    const again = (): void => void setJudgement(judge(from))
    const changed = (): void => {
      clearTimeout(waiting)
      waiting = setTimeout(again, restMs)
    }
    from.on('update', changed)
    onCleanup(() => {
      clearTimeout(waiting)
      from.off('update', changed)
    })
  })
  return judgement
}
