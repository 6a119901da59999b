/** One open brief as the shell shows it: its document for as long as it is shown, what its status adds, and the way back. */
import { useNavigate } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { ListedBrief } from '#client/features/briefs/brief-list.tsx'
import { BriefPage } from '#client/features/briefs/brief.page.tsx'
import { useDocument } from '#client/live/use-document.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { saveDocument } from './save-document.ts'
import { DocumentMark } from './status/document-mark.tsx'

export function BriefRoute(props: {
  readonly replica: Replica
  readonly name: DocName
  readonly nameOf: (member: string) => string
  readonly overall: OverallStatus
  readonly titleOf: (name: DocName) => string
  readonly listed: (name: DocName) => ListedBrief | undefined
  readonly isPinned: (name: DocName) => boolean
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
}) {
  const navigate = useNavigate()
  const live = useDocument(props.replica, props.name)
  // What was shown once stays shown, should another tab let it go meanwhile. Not listed: it begins here.
  const isHere = createMemo(
    (before: boolean) => before || (props.listed(props.name)?.isHere ?? true),
    false,
  )
  const card = () => {
    const entry = isHere() ? undefined : props.listed(props.name)
    return entry && { summary: entry.summary, isComing: props.overall.link === 'ready' }
  }
  // Back goes where one came from; a brief opened by its link came from nowhere in the app.
  const back = (): void =>
    history.length > props.arrivedHere ? history.back() : navigate('/briefs')
  return (
    <BriefPage
      live={live}
      nameOf={props.nameOf}
      status={
        <DocumentMark
          replica={props.replica}
          name={props.name}
          own={live.status()}
          overall={props.overall}
          titleOf={props.titleOf}
        />
      }
      card={card()}
      pin={{
        isPinned: () => props.isPinned(props.name),
        onPin: (on) => props.replica.pins.set(props.name, on),
      }}
      onBack={back}
      onExport={() => void saveDocument(props.replica, props.name)}
      past={{
        me: props.replica.identity.member,
        list: () => props.replica.history.list(props.name),
        stateAt: (index) => props.replica.history.stateAt(props.name, index),
      }}
    />
  )
}
