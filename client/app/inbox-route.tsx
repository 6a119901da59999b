/** The inbox and the pages behind it: what moved while one was away, the choice of what becomes news. Empty for the first moments. */
import { useNavigate, useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { ChoicesPage } from '#client/features/talk/choices.page.tsx'
import { InboxPage } from '#client/features/talk/inbox.page.tsx'
import { handoverWords } from '#client/features/tasks/handover/words.ts'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { documentAddress } from '#client/live/document-address.ts'
import { later } from '#client/ui/later.tsx'
import type { Inbox } from './inbox.ts'
import type { HandoverRouteProps } from './handover-route.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import { readDocuments } from './summaries.ts'
import { readyDocuments } from '#client/replica/documents.ts'

const HandoverRoute = later(async () => {
  const [route] = await Promise.all([
    import('./handover-route.tsx'),
    readDocuments(),
    readyDocuments(),
  ])
  return route.HandoverRoute
})

export interface InboxRouteProps extends Omit<HandoverRouteProps, 'inbox' | 'onBack'> {
  /** Null for the first moments. */
  readonly inbox: Inbox | null
  readonly isGuest: boolean
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
}

export function InboxRoute(props: InboxRouteProps) {
  const navigate = useNavigate()
  const params = useParams<{ page?: string }>()
  const words = useWords(handoverWords)
  const back = (): void =>
    history.length > props.arrivedHere ? history.back() : navigate('/inbox')
  const page = (inbox: Inbox) => (
    <InboxPage
      notices={inbox
        .notices()
        .map((notice) => ('talk' in notice ? { ...notice, about: notice.talk } : notice))}
      isAllTold={inbox.off().size === 0}
      handover={
        props.isGuest
          ? null
          : {
              href: '/inbox/handover',
              label: words().open,
              onOpen: () => navigate('/inbox/handover'),
              news:
                inbox.handover.news() === 0
                  ? null
                  : words().news(formatNumber(inbox.handover.news())),
            }
      }
      nameOf={props.nameOf}
      titleOf={props.titleOf}
      addressOf={(about) => documentAddress(inbox.subject(about))}
      now={props.now}
      onReadAll={() => inbox.readAll()}
      onChoose={() => navigate('/inbox/choices')}
    />
  )
  return (
    <Show when={props.inbox}>
      {(inbox) => (
        <Switch fallback={<NoSuchPage />}>
          <Match when={params.page === undefined}>{page(inbox())}</Match>
          <Match when={params.page === 'choices'}>
            <ChoicesPage
              off={inbox().off()}
              onTurn={(event, on) => inbox().turn(event, on)}
              isGuest={props.isGuest}
              onBack={back}
            />
          </Match>
          <Match when={params.page === 'handover' && !props.isGuest}>
            <HandoverRoute {...props} inbox={inbox()} onBack={back} />
          </Match>
        </Switch>
      )}
    </Show>
  )
}
