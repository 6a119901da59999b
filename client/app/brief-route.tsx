/** One open brief as the shell shows it: its document for as long as it is shown, what its status adds, the talk beside it, and the way back. */
import { useNavigate } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import type { ListedBrief } from '#client/features/briefs/brief-list.tsx'
import { BriefPage } from '#client/features/briefs/brief.page.tsx'
import { TalkEntry } from '#client/features/talk/talk-entry.tsx'
import { talkWords } from '#client/features/talk/words.ts'
import { useWords } from '#client/i18n/words.ts'
import { useDocument } from '#client/live/use-document.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { RailSplit } from '#client/ui/rail-split.tsx'
import type { DocName } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { Inbox } from './inbox.ts'
import { later } from './later.tsx'
import { saveDocument } from './save-document.ts'
import { DocumentMark } from './status/document-mark.tsx'
import { createTalkShowing } from './talk-showing.ts'

const BriefTalk = later(async () => (await import('./brief-talk.tsx')).BriefTalk)

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
  readonly people: readonly Person[]
  /** Null for the first moments. */
  readonly inbox: Inbox | null
  readonly now: () => number
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
  const words = useWords(talkWords)
  const talk = createTalkShowing()
  const about = () => props.inbox?.talkOf(props.name) ?? { count: 0, unread: 0 }
  const side = () => (
    <Show when={props.inbox?.keeping}>
      {(keeping) => (
        <BriefTalk
          replica={props.replica}
          keeping={keeping()}
          name={props.name}
          people={props.people}
          nameOf={props.nameOf}
          titleOf={props.titleOf}
          overall={props.overall}
          now={props.now}
          sought={talk.sought()}
          asked={talk.asked()}
          wide={talk.wide()}
          onClose={talk.close}
        />
      )}
    </Show>
  )
  const page = () => (
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
      entries={
        <TalkEntry
          count={about().count}
          unread={about().unread}
          open={talk.open()}
          onToggle={() => (talk.open() ? talk.close() : talk.show())}
          onWrite={talk.write}
        />
      }
    />
  )
  return (
    <>
      <RailSplit open={talk.open() && talk.wide()} railLabel={words().talk} rail={side()}>
        {page()}
      </RailSplit>
      <Show when={talk.open() && !talk.wide()}>{side()}</Show>
    </>
  )
}
