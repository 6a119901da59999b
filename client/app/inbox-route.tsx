/** The inbox page with what it shows, and the choice of what becomes news; empty for the first moments. */
import { useLocation, useNavigate } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { ChoicesPage } from '#client/features/talk/choices.page.tsx'
import { InboxPage } from '#client/features/talk/inbox.page.tsx'
import { documentAddress } from '#client/live/document-address.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Inbox } from './inbox.ts'

export function InboxRoute(props: {
  readonly inbox: Inbox | null
  readonly nameOf: (writer: string) => string
  readonly titleOf: (name: DocName) => string
  readonly now: () => number
  readonly isGuest: boolean
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
}) {
  const [location, navigate] = [useLocation(), useNavigate()]
  const back = (): void =>
    history.length > props.arrivedHere ? history.back() : navigate('/inbox')
  return (
    <Show when={props.inbox}>
      {(inbox) => (
        <Switch
          fallback={
            <InboxPage
              notices={inbox()
                .notices()
                .map((notice) => ('talk' in notice ? { ...notice, about: notice.talk } : notice))}
              isAllTold={inbox().off().size === 0}
              nameOf={props.nameOf}
              titleOf={props.titleOf}
              addressOf={(about) => documentAddress(inbox().subject(about))}
              now={props.now}
              onReadAll={() => inbox().readAll()}
              onChoose={() => navigate('/inbox/choices')}
            />
          }
        >
          <Match when={location.pathname === '/inbox/choices'}>
            <ChoicesPage
              off={inbox().off()}
              onTurn={(event, on) => inbox().turn(event, on)}
              isGuest={props.isGuest}
              onBack={back}
            />
          </Match>
        </Switch>
      )}
    </Show>
  )
}
