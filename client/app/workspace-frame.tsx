/** The frame that stays while pages change: the places, the list beside the page, the status at the foot, what stands across the top. */
import { useLocation, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createEffect, createSignal, ErrorBoundary, Match, onCleanup, Show, Switch } from 'solid-js'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import type { FollowedStanding } from '#client/live/follow-rights.ts'
import type { followReplica } from '#client/live/replica-signals.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { Button } from '#client/ui/button.tsx'
import { keysShown, listenToKeys, useCommands } from '#client/ui/commands.ts'
import { ShellLayout } from '#client/ui/shell-layout.tsx'
import { BriefList, type ListedBrief } from '#client/features/briefs/brief-list.tsx'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { docNamePattern, type DocName } from '#shared/lib/ids.ts'
import type { FlowOutcome } from '#shared/records/brief-flow.ts'
import { canBegin, canInvite } from '#shared/protocol/names.ts'
import {
  KeptApp,
  NothingShared,
  SearchPalette,
  SecondOwner,
  Shortcuts,
  StatusNotice,
  TaskPane,
  ToastRegion,
} from './frame-parts.ts'
import { keepScroll } from './keep-scroll.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { createMore, createPlaces } from './places.tsx'
import { PageFault } from './page-fault.tsx'
import { StatusCorner } from './status/status-corner.tsx'
import { shellWords } from './shell-words.ts'
import type { Tasks } from './tasks.ts'

export function WorkspaceFrame(props: {
  readonly replica: TypedReplica<DocumentSummary>
  readonly follow: ReturnType<typeof followReplica<DocumentSummary>>
  readonly briefs: readonly ListedBrief[]
  readonly stateOf: (name: DocName) => FlowOutcome | null
  readonly workspaceName: string
  readonly isRead: boolean
  readonly pwa: Pwa | null
  readonly now: () => number
  readonly titleOf: (name: DocName) => string
  readonly unread: number
  /** How much is new since this person's hours began. */
  readonly news: number
  /** Null for the first moments. */
  readonly tasks: ReturnType<Tasks> | null
  readonly nameOf: (member: string) => string
  readonly standing: FollowedStanding
  readonly children: RouteSectionProps['children']
}) {
  const [words, briefs] = [useWords(shellWords), useWords(briefListWords)]
  const location = useLocation()
  const navigate = useNavigate()
  const onBriefs = (): boolean => location.pathname.startsWith('/briefs')
  const current = (): string | null => /^\/briefs\/(.+)$/.exec(location.pathname)?.[1] ?? null
  const onTasks = (): boolean => /^\/tasks(\/|$)/.test(location.pathname) && !isGuest()
  const currentTask = (): DocName | null => {
    const name = location.pathname.slice('/tasks/'.length)
    return docNamePattern.test(name) ? (name as DocName) : null
  }
  const reopen = (): void => void (props.pwa?.update.reopen() ?? window.location.reload())
  createEffect(() => {
    if (location.pathname === '/briefs')
      document.title = `${briefs().briefs} · ${isolate(props.workspaceName)}`
    if (location.pathname === '/tasks')
      document.title = `${words().tasks} · ${isolate(props.workspaceName)}`
  })
  const mayBegin = (): boolean => props.standing.isInside && canBegin(props.standing.access)
  const isGuest = (): boolean => props.standing.access === 'guest'
  /** What is not here is on its way; it would be said and taken back. */
  const isFetching = (): boolean => {
    const { link, toFetch } = props.follow.status()
    return link === 'connecting' || (link === 'ready' && toFetch > 0)
  }
  const create = (): void => navigate(`/briefs/${props.replica.newDocumentName('brief')}`)
  const [front, setFront] = createSignal<'search' | 'shortcuts' | null>(null)
  const back = (): void => void setFront(null)
  useCommands(() => [
    { id: 'search', label: words().search, keys: 'mod k', run: () => setFront('search') },
    ...(mayBegin() ? [{ id: 'new-brief', label: words().newBrief, keys: 'n', run: create }] : []),
    { id: 'briefs', label: words().toBriefs, keys: 'g b', run: () => navigate('/briefs') },
    ...(isGuest()
      ? []
      : [
          { id: 'tasks', label: words().toTasks, keys: 'g t', run: () => navigate('/tasks') },
          { id: 'figures', label: words().toFigures, run: () => navigate('/tasks/figures') },
        ]),
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
  const [pane, setPane] = createSignal<HTMLElement>()
  keepScroll(pane)
  const places = createPlaces(() => props.unread, isGuest, props.replica.identity.member)
  const more = createMore(places)
  /** The page about this device stays open to them: it leads to other workspaces. */
  const isOver = (): boolean =>
    props.standing.isOver &&
    props.isRead &&
    props.follow.status().storage === 'ok' &&
    location.pathname !== '/device'
  const over = () => (
    <NothingShared
      replica={props.replica}
      status={props.follow.status()}
      titleOf={props.titleOf}
      now={props.now}
      foot={
        <>
          <Button kind="quiet" href="/device">
            {words().device}
          </Button>
          <LanguageSwitch />
        </>
      }
    />
  )
  return (
    <>
      <Show when={!isOver()} fallback={<Part>{over()}</Part>}>
        <ShellLayout
          brand={props.workspaceName}
          navigationLabel={words().mainNavigation}
          places={places()}
          more={more()}
          search={{
            label: words().search,
            keys: keysShown('mod k'),
            open: () => setFront('search'),
          }}
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
                <SecondOwner
                  replica={props.replica}
                  people={props.follow.people()}
                  now={props.now}
                />
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
            <Switch>
              <Match when={onBriefs() && props.isRead}>
                <BriefList
                  stateOf={props.stateOf}
                  briefs={props.briefs}
                  isPinned={(name) => props.follow.pins().has(name)}
                  current={current()}
                  mayBegin={mayBegin()}
                  mayImport={canInvite(props.standing.access)}
                  isOutside={!props.standing.isInside}
                  isFetching={isFetching()}
                  onNew={create}
                />
              </Match>
              <Match when={onTasks() && props.tasks}>
                {(tasks) => (
                  <Part>
                    <TaskPane
                      replica={props.replica}
                      tasks={tasks()}
                      me={props.replica.identity.member}
                      people={props.follow.people()}
                      current={currentTask()}
                      titleOf={props.titleOf}
                      nameOf={props.nameOf}
                      news={props.news}
                      now={props.now}
                    />
                  </Part>
                )}
              </Match>
            </Switch>
          }
          listLabel={onTasks() ? words().tasks : briefs().briefs}
          onDetailPane={setPane}
          detail={
            <ErrorBoundary
              fallback={(fault: unknown, reset) => (
                <PageFault
                  fault={fault}
                  isReachable={props.follow.status().link === 'ready'}
                  address={location.pathname}
                  onReload={reset}
                  onReopen={reopen}
                />
              )}
            >
              {props.children}
            </ErrorBoundary>
          }
          showing={/^\/(briefs|tasks)$/.test(location.pathname) ? 'list' : 'detail'}
        />
      </Show>
      <Part>
        <Show when={front() === 'search'}>
          <SearchPalette
            workspace={props.replica.identity.workspace.id}
            briefs={props.briefs}
            people={isGuest() ? [] : props.follow.people()}
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
