/**
 * Versions of the SOP that tasks name and that are not here are opened until they have come: the feed does not tell who is outside
 * of them (docs/decisions.md, 29). Until the calling view goes.
 */
import { createEffect, createMemo, on, onCleanup, type Accessor } from 'solid-js'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { readyDocuments, type OpenDocument } from '#client/replica/documents.ts'
import type { Replica } from '#client/replica/replica.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { idPattern } from '#shared/lib/ids.ts'
import { readDocuments } from './summaries.ts'

/** Open at a time: a team has a few versions, and a hostile task could name any. */
const most = 10

export function fetchVersions(
  replica: Pick<Replica, 'openDocument'>,
  tasks: Accessor<readonly Pick<ListedTask, 'sopGap' | 'summary'>[] | null>,
): void {
  const missing = createMemo(() => {
    const ids = (tasks() ?? []).flatMap(({ sopGap, summary }) =>
      sopGap === 'not-here' && idPattern.test(summary.sop) ? [summary.sop] : [],
    )
    return [...new Set(ids)].sort().slice(0, most).join(' ')
  })
  createEffect(
    on(missing, (ids) => {
      if (ids === '') return
      let opened: readonly OpenDocument[] = []
      let isOver = false
      onCleanup(() => {
        isOver = true
        for (const one of opened) void one.close()
      })
      Promise.all([readDocuments(), readyDocuments()]).then(
        () => {
          if (isOver) return
          opened = ids.split(' ').map((id) => replica.openDocument(documentNamed('sop', id)))
        },
        (fault: unknown) => console.error('versions of the SOP could not be fetched', fault),
      )
    }),
  )
}
