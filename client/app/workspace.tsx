/** The app of a member: routes inside one frame that stays, the list beside the page, the status at the foot. */
import {
  Navigate,
  Route,
  Router,
  useLocation,
  useNavigate,
  useParams,
  type RouteSectionProps,
} from '@solidjs/router'
import FileText from 'lucide-solid/icons/file-text'
import Users from 'lucide-solid/icons/users'
import { createEffect, createMemo, ErrorBoundary, lazy, Show, Suspense } from 'solid-js'
import * as z from 'zod/mini'
import { useWords } from '#client/i18n/words.ts'
import { followReplica } from '#client/live/replica-signals.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { ShellLayout } from '#client/ui/shell-layout.tsx'
import { Button } from '#client/ui/button.tsx'
import { StatusLine } from '#client/ui/status-line.tsx'
import { ToastRegion } from '#client/ui/toast-region.tsx'
import { BriefList } from '#client/features/briefs/brief-list.tsx'
import { briefWords } from '#client/features/briefs/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'
import { canWrite, docNameSchema } from '#shared/protocol/names.ts'
import { BriefRoute } from './brief-route.tsx'
import { createInviteCalls } from './join-calls.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { PageFault } from './page-fault.tsx'
import { StatusNotice } from './status-notice.tsx'
import { overallSentence } from './status-words.ts'
import { appWords } from './words.ts'

const PeoplePage = lazy(async () => ({
  default: (await import('#client/features/people/people.page.tsx')).PeoplePage,
}))

const BriefOverview = lazy(async () => ({
  default: (await import('#client/features/briefs/brief-overview.tsx')).BriefOverview,
}))

export interface WorkspaceProps {
  readonly replica: TypedReplica<BriefSummary>
  readonly environment: DeviceEnvironment
  readonly pwa: Pwa
}

export function Workspace(props: WorkspaceProps) {
  const { replica } = props
  const follow = followReplica(replica)
  const arrivedHere = history.length
  const nameOf = (member: string): string =>
    follow.people().find((person) => person.member === member)?.name ??
    (member === replica.identity.member ? replica.identity.name : '')

  const Frame = (section: RouteSectionProps) => (
    <WorkspaceFrame replica={replica} follow={follow}>
      {section.children}
    </WorkspaceFrame>
  )
  const OneBrief = () => {
    const params = useParams<{ name: string }>()
    const name = createMemo(() => z.safeParse(docNameSchema, params.name))
    return (
      <Show when={name().success ? name().data : null} keyed fallback={<NoSuchPage />}>
        {(doc) => (
          <BriefRoute
            replica={replica}
            name={doc}
            nameOf={nameOf}
            overall={follow.status()}
            arrivedHere={arrivedHere}
          />
        )}
      </Show>
    )
  }
  return (
    <Router root={Frame}>
      <Route path={['/', '/join']} component={() => <Navigate href="/briefs" />} />
      <Route
        path="/briefs"
        component={() => (
          <Show when={follow.documents().length > 0}>
            <BriefOverview briefs={follow.documents()} now={props.environment.now()} />
          </Show>
        )}
      />
      <Route path="/briefs/:name" component={OneBrief} />
      <Route
        path="/people"
        component={() => (
          <PeoplePage
            people={follow.people()}
            me={replica.identity.member}
            access={replica.access()}
            calls={createInviteCalls(props.environment, replica.sessionToken)}
            signedIn={follow.status().link === 'ready'}
            now={props.environment.now}
          />
        )}
      />
      <Route path="*" component={NoSuchPage} />
    </Router>
  )
}

function WorkspaceFrame(props: {
  readonly replica: TypedReplica<BriefSummary>
  readonly follow: ReturnType<typeof followReplica<BriefSummary>>
  readonly children: RouteSectionProps['children']
}) {
  const [words, briefs, people] = [useWords(appWords), useWords(briefWords), useWords(peopleWords)]
  const location = useLocation()
  const navigate = useNavigate()
  const onBriefs = (): boolean => location.pathname.startsWith('/briefs')
  const current = (): string | null => /^\/briefs\/(.+)$/.exec(location.pathname)?.[1] ?? null
  const sentence = () => overallSentence(props.follow.status(), words())
  createEffect(() => {
    if (location.pathname === '/briefs')
      document.title = `${briefs().briefs} · ${props.replica.identity.workspace.name}`
  })
  const create = (): void => navigate(`/briefs/${props.replica.newDocumentName('brief')}`)
  return (
    <>
      <ShellLayout
        brand={props.replica.identity.workspace.name}
        navigationLabel={words().mainNavigation}
        places={[
          {
            href: '/briefs',
            label: briefs().briefs,
            icon: () => <FileText size={16} aria-hidden="true" />,
            current: onBriefs(),
          },
          {
            href: '/people',
            label: people().people,
            icon: () => <Users size={16} aria-hidden="true" />,
            current: location.pathname === '/people',
          },
        ]}
        foot={<LanguageSwitch />}
        status={
          // A bad state is said by the notice across the top, and once is enough.
          <Show when={sentence().tone !== 'bad'}>
            <StatusLine tone={sentence().tone} text={sentence().text} />
          </Show>
        }
        notice={<StatusNotice status={props.follow.status()} replica={props.replica} />}
        list={
          <Show when={onBriefs()}>
            <BriefList
              briefs={props.follow.documents()}
              current={current()}
              canWrite={canWrite(props.replica.access())}
              onNew={create}
            />
          </Show>
        }
        listLabel={briefs().briefs}
        detail={
          <ErrorBoundary
            fallback={(fault: unknown, reset) => <PageFault fault={fault} onReload={reset} />}
          >
            <Suspense>{props.children}</Suspense>
          </ErrorBoundary>
        }
        showing={location.pathname === '/briefs' ? 'list' : 'detail'}
      />
      <ToastRegion label={words().messages} closeLabel={words().close} />
    </>
  )
}

function NoSuchPage() {
  const words = useWords(appWords)
  createEffect(() => {
    document.title = words().notFound
  })
  return (
    <EmptyState
      title={words().notFound}
      help={words().notFoundHelp}
      action={<Button href="/briefs">{words().toBriefs}</Button>}
    />
  )
}
