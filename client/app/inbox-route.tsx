/** The inbox page with what it shows; empty for the first moments. */
import { Show } from 'solid-js'
import { InboxPage } from '#client/features/talk/inbox.page.tsx'
import { documentAddress } from '#client/live/document-address.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Inbox } from './inbox.ts'

export function InboxRoute(props: {
  readonly inbox: Inbox | null
  readonly nameOf: (writer: string) => string
  readonly titleOf: (name: DocName) => string
  readonly now: () => number
}) {
  return (
    <Show when={props.inbox}>
      {(inbox) => (
        <InboxPage
          notices={inbox()
            .notices()
            .map((notice) => ('talk' in notice ? { ...notice, about: notice.talk } : notice))}
          nameOf={props.nameOf}
          titleOf={props.titleOf}
          addressOf={(about) => documentAddress(inbox().subject(about))}
          now={props.now}
          onReadAll={() => inbox().readAll()}
        />
      )}
    </Show>
  )
}
