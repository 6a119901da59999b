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
import {
  createEffect,
  createMemo,
  createSignal,
  ErrorBoundary,
  onCleanup,
  Show,
  Suspense,
} from 'solid-js'
import * as z from 'zod/mini'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import { followStanding, type FollowedStanding } from '#client/live/follow-rights.ts'
import { followReplica } from '#client/live/replica-signals.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import { readyDocuments } from '#client/replica/documents.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { keysShown, listenToKeys, useCommands } from '#client/ui/commands.ts'
import { ShellLayout } from '#client/ui/shell-layout.tsx'
import { BriefList, briefsAmong, type ListedBrief } from '#client/features/briefs/brief-list.tsx'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { briefBeside, workspaceDocument } from '#shared/lib/document-kinds.ts'
import { canBegin, canInvite, docNameSchema } from '#shared/protocol/names.ts'
import {
  BriefOverview,
  KeptApp,
  SearchPalette,
  SecondOwner,
  Shortcuts,
  StatusNotice,
  ToastRegion,
} from './frame-parts.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { createMore, createPlaces } from './places.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import { PageFault } from './page-fault.tsx'
import { followLater, later } from './later.tsx'
import { StatusCorner } from './status/status-corner.tsx'
import { readDocuments } from './summaries.ts'
import { shellWords } from './shell-words.ts'

const BriefRoute = later(async () => {
  const [route] = await Promise.all([
    import('./brief-route.tsx'),
    readDocuments(),
    readyDocuments(),
  ])
  return route.BriefRoute
})
const PeopleRoute = later(async () => {
  const [route] = await Promise.all([
    import('./people-route.tsx'),
    readDocuments(),
    readyDocuments(),
  ])
  return route.PeopleRoute
})
const MorePage = later(async () => (await import('./more-page.tsx')).MorePage)
const SettingsPage = later(async () => {
  const [page] = await Promise.all([
    import('#client/features/workspace/settings.page.tsx'),
    readDocuments(),
    readyDocuments(),
  ])
  return page.SettingsPage
})
const InboxRoute = later(async () => (await import('./inbox-route.tsx')).InboxRoute)
const DeviceRoute = later(async () => (await import('./device-route.tsx')).DeviceRoute)

export interface WorkspaceProps {
  readonly replica: TypedReplica<DocumentSummary>
  /** What is listed here, and what waits, is read from the disk; only the frame is shown before. */
  readonly isRead: boolean
  readonly environment: DeviceEnvironment
  /** Null for the first moments. */
  readonly pwa: Pwa | null
}

export function Workspace(props: WorkspaceProps) {
  const { replica } = props
  const follow = followReplica(replica)
  const arrivedHere = history.length
  const nameOf = (member: string): string =>
    follow.people().find((person) => person.member === member)?.name ??
    (member === replica.identity.member ? replica.identity.name : '')

  const briefs = createMemo(() => briefsAmong(follow.documents()))
  /** As it was founded, until somebody gave it another name. */
  const workspaceName = createMemo((): string => {
    const { id, name } = replica.identity.workspace
    const settings = follow.documents().find((one) => one.name === workspaceDocument(id))
    return (settings?.summary.kind === 'workspace' && settings.summary.title) || name
  })
  const listed = (name: DocName) => briefs().find((one) => one.name === briefBeside(name))
  const titleOf = (name: DocName): string => listed(name)?.summary.title ?? ''

  const inbox = followLater(async () => {
    const [{ followInbox }, keeping] = await Promise.all([import('./inbox.ts'), replica.talks()])
    const { member } = replica.identity
    return () => followInbox(member, keeping, follow.documents, props.environment.now)
  })

  const standing = followStanding(replica)
  /** Guests know the cast of their briefs, and nothing of the workspace. */
  const isGuest = (): boolean => standing().access === 'guest'

  const Frame = (section: RouteSectionProps) => (
    <WorkspaceFrame
      replica={replica}
      follow={follow}
      briefs={briefs()}
      workspaceName={workspaceName()}
      isRead={props.isRead}
      pwa={props.pwa}
      now={props.environment.now}
      titleOf={titleOf}
      unread={inbox()?.unread() ?? 0}
      standing={standing()}
    >
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
            titleOf={titleOf}
            listed={listed}
            isPinned={(one) => follow.pins().has(one)}
            arrivedHere={arrivedHere}
            people={follow.people()}
            inbox={inbox()}
            now={props.environment.now}
            briefs={briefs()}
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
          <Show when={briefs().length > 0}>
            <BriefOverview briefs={briefs()} now={props.environment.now()} />
          </Show>
        )}
      />
      <Route path="/briefs/:name" component={OneBrief} />
      <Route
        path="/inbox"
        component={() => (
          <InboxRoute
            inbox={inbox()}
            nameOf={nameOf}
            titleOf={titleOf}
            now={props.environment.now}
          />
        )}
      />
      <Route
        path="/people/:member?"
        component={() => (
          <Show when={!isGuest()} fallback={<NoSuchPage />}>
            <PeopleRoute
              replica={replica}
              environment={props.environment}
              people={follow.people()}
              documents={follow.documents()}
              member={useParams<{ member?: string }>().member ?? null}
              arrivedHere={arrivedHere}
              online={follow.status().link === 'ready'}
              workspaceName={workspaceName()}
            />
          </Show>
        )}
      />
      <Route
        path="/device"
        component={() => (
          <Show when={props.pwa}>
            {(pwa) => (
              <DeviceRoute
                replica={replica}
                environment={props.environment}
                workspaceName={workspaceName}
                pwa={pwa()}
                status={follow.status()}
                documents={briefs()}
              />
            )}
          </Show>
        )}
      />
      <Route
        path="/settings"
        component={() => (
          <Show when={!isGuest()} fallback={<NoSuchPage />}>
            <SettingsPage
              replica={replica}
              name={workspaceDocument(replica.identity.workspace.id)}
              mayChange={canInvite(standing().access)}
            />
          </Show>
        )}
      />
      <Route
        path="/more"
        component={() => <MorePage me={replica.identity.member} isGuest={isGuest} />}
      />
      <Route path="*" component={NoSuchPage} />
    </Router>
  )
}

function WorkspaceFrame(props: {
  readonly replica: TypedReplica<DocumentSummary>
  readonly follow: ReturnType<typeof followReplica<DocumentSummary>>
  readonly briefs: readonly ListedBrief[]
  readonly workspaceName: string
  readonly isRead: boolean
  readonly pwa: Pwa | null
  readonly now: () => number
  readonly titleOf: (name: DocName) => string
  readonly unread: number
  readonly standing: FollowedStanding
  readonly children: RouteSectionProps['children']
}) {
  const [words, briefs] = [useWords(shellWords), useWords(briefListWords)]
  const location = useLocation()
  const navigate = useNavigate()
  const onBriefs = (): boolean => location.pathname.startsWith('/briefs')
  const current = (): string | null => /^\/briefs\/(.+)$/.exec(location.pathname)?.[1] ?? null
  const reopen = (): void => void (props.pwa?.update.reopen() ?? window.location.reload())
  createEffect(() => {
    if (location.pathname === '/briefs')
      document.title = `${briefs().briefs} · ${isolate(props.workspaceName)}`
  })
  const mayBegin = (): boolean => props.standing.isInside && canBegin(props.standing.access)
  const isGuest = (): boolean => props.standing.access === 'guest'
  const create = (): void => navigate(`/briefs/${props.replica.newDocumentName('brief')}`)
  const [front, setFront] = createSignal<'search' | 'shortcuts' | null>(null)
  const back = (): void => void setFront(null)
  useCommands(() => [
    { id: 'search', label: words().search, keys: 'mod k', run: () => setFront('search') },
    ...(mayBegin() ? [{ id: 'new-brief', label: words().newBrief, keys: 'n', run: create }] : []),
    { id: 'briefs', label: words().toBriefs, keys: 'g b', run: () => navigate('/briefs') },
    { id: 'inbox', label: words().toInbox, keys: 'g i', run: () => navigate('/inbox') },
    ...(isGuest()
      ? []
      : [
          { id: 'people', label: words().toPeople, keys: 'g p', run: () => navigate('/people') },
          {
            id: 'settings',
            label: words().toSettings,
            keys: 'g s',
            run: () => navigate('/settings'),
          },
        ]),
    { id: 'device', label: words().toDevice, keys: 'g d', run: () => navigate('/device') },
    { id: 'shortcuts', label: words().shortcuts, keys: '?', run: () => setFront('shortcuts') },
  ])
  /** Where people and briefs are listed, and only where it may be true: the rest is read from the records. */
  const asksForSecondOwner = (): boolean =>
    /^\/(briefs|people)$/.test(location.pathname) &&
    props.isRead &&
    props.replica.access() === 'owner' &&
    props.replica.identity.alone !== true &&
    !props.replica.dismissed.has('second-owner')
  onCleanup(listenToKeys())
  const places = createPlaces(() => props.unread, isGuest)
  const more = createMore(places)
  return (
    <>
      <ShellLayout
        brand={props.workspaceName}
        navigationLabel={words().mainNavigation}
        places={places()}
        more={more()}
        search={{ label: words().search, keys: keysShown('mod k'), open: () => setFront('search') }}
        foot={<LanguageSwitch />}
        status={
          // With the first screen: where work is must be said on a device that could fetch nothing more.
          <Show when={props.isRead}>
            <StatusCorner status={props.follow.status()} now={props.now} />
          </Show>
        }
        notice={
          <Part>
            <StatusNotice
              status={props.follow.status()}
              replica={props.replica}
              titleOf={props.titleOf}
              now={props.now}
              onReopen={reopen}
            />
            <Show when={asksForSecondOwner()}>
              <SecondOwner replica={props.replica} people={props.follow.people()} now={props.now} />
            </Show>
            <Show when={props.pwa}>
              {(pwa) => (
                <KeptApp
                  pwa={pwa()}
                  replica={props.replica}
                  tooOld={props.follow.status().link === 'too-old'}
                />
              )}
            </Show>
          </Part>
        }
        list={
          <Show when={onBriefs() && props.isRead}>
            <BriefList
              briefs={props.briefs}
              isPinned={(name) => props.follow.pins().has(name)}
              current={current()}
              mayBegin={mayBegin()}
              mayImport={canInvite(props.standing.access)}
              isOutside={!props.standing.isInside}
              onNew={create}
            />
          </Show>
        }
        listLabel={briefs().briefs}
        detail={
          <ErrorBoundary
            fallback={(fault: unknown, reset) => (
              <PageFault fault={fault} onReload={reset} onReopen={reopen} />
            )}
          >
            <Suspense>{props.children}</Suspense>
          </ErrorBoundary>
        }
        showing={location.pathname === '/briefs' ? 'list' : 'detail'}
      />
      <Part>
        <Show when={front() === 'search'}>
          <SearchPalette
            workspace={props.replica.identity.workspace.id}
            briefs={props.briefs}
            go={navigate}
            onClose={back}
          />
        </Show>
        <Show when={front() === 'shortcuts'}>
          <Shortcuts onClose={back} />
        </Show>
      </Part>
      <Part>
        <ToastRegion label={words().messages} closeLabel={words().close} />
      </Part>
    </>
  )
}

/** Without it the rest goes on; the page's own fault screen says when a part is missing. */
function Part(props: { readonly children: RouteSectionProps['children'] }) {
  return (
    <ErrorBoundary
      fallback={(fault: unknown) => {
        console.error('a part of the frame is missing', fault)
        return null
      }}
    >
      {props.children}
    </ErrorBoundary>
  )
}
