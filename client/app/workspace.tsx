/** The app of a member: its routes, and what they share. The frame around them: workspace-frame.tsx. */
import { Navigate, Route, Router, useParams, type RouteSectionProps } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import * as z from 'zod/mini'
import { followStanding } from '#client/live/follow-rights.ts'
import { followReplica } from '#client/live/replica-signals.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import { readyDocuments } from '#client/replica/documents.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { briefsAmong } from '#client/features/briefs/brief-list.tsx'
import { followLater, later } from '#client/ui/later.tsx'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { briefBeside, topicOf, workspaceDocument } from '#shared/lib/document-kinds.ts'
import { isInside, isLeading } from '#shared/protocol/audiences.ts'
import { canInvite, docNameSchema } from '#shared/protocol/names.ts'
import { EstimateAt, PricesRoute } from './estimate-pages.tsx'
import { BriefOverview } from './frame-parts.ts'
import { NoSuchPage } from './no-such-page.tsx'
import type { BriefFlow, FlowOutcome } from '#shared/records/brief-flow.ts'
import { viewNames } from '#client/features/tasks/views/view-names.ts'
import { afterFirstScreen } from './after-first-screen.ts'
import { readDocuments } from './summaries.ts'
import { WorkspaceFrame } from './workspace-frame.tsx'

const BriefRoute = later(async () => {
  const [route] = await Promise.all([
    import('./brief-route.tsx'),
    readDocuments(),
    readyDocuments(),
  ])
  return route.BriefRoute
})
const TaskRoute = later(async () => {
  const [route] = await Promise.all([import('./task-route.tsx'), readDocuments(), readyDocuments()])
  return route.TaskRoute
})
const TaskOverviewRoute = later(
  async () => (await import('./task-overview-route.tsx')).TaskOverviewRoute,
)
const FiguresRoute = later(async () => (await import('./figures-route.tsx')).FiguresRoute)
const PeopleRoute = later(async () => {
  const [route] = await Promise.all([
    import('./people-route.tsx'),
    readDocuments(),
    readyDocuments(),
  ])
  return route.PeopleRoute
})
const MorePage = later(async () => (await import('./more-page.tsx')).MorePage)
const SettingsRoute = later(async () => {
  const [page] = await Promise.all([
    import('./settings-route.tsx'),
    readDocuments(),
    readyDocuments(),
  ])
  return page.SettingsRoute
})
const SopRoute = later(async () => {
  const [route] = await Promise.all([import('./sop-route.tsx'), readDocuments(), readyDocuments()])
  return route.SopRoute
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
  const taskTitles = createMemo(
    () =>
      new Map(
        follow
          .documents()
          .flatMap(({ name, summary }) =>
            summary.kind === 'task' ? [[String(topicOf(name)), summary.title] as const] : [],
          ),
      ),
  )
  /** Briefs and tasks: what people made, and would miss. */
  const work = createMemo(() =>
    follow
      .documents()
      .flatMap(({ name, summary }) =>
        summary.kind === 'brief' || summary.kind === 'task' ? [{ name, summary }] : [],
      ),
  )
  const titleOf = (name: DocName): string =>
    listed(name)?.summary.title ?? taskTitles().get(topicOf(name)) ?? ''

  const inbox = followLater(async () => {
    await afterFirstScreen()
    const [{ followInbox }, keeping] = await Promise.all([import('./inbox.ts'), replica.talks()])
    const { member } = replica.identity
    return () =>
      followInbox(member, keeping, follow.documents, follow.people, props.environment.now, did)
  })

  const flows = followLater(async () => {
    await afterFirstScreen()
    const { followFlows } = await import('#client/live/follow-flows.ts')
    return () => followFlows(replica.records)
  })
  const tasks = followLater(async () => {
    await afterFirstScreen()
    const { followTasks } = await import('./tasks.ts')
    return () => followTasks(replica, follow.documents, follow.people)
  })
  const standing = followStanding(replica)
  const did = () => ({
    access: standing().access,
    flows: flows()?.() ?? new Map<DocName, BriefFlow>(),
    tasks: tasks()?.() ?? [],
  })
  const stateOf = (name: DocName): FlowOutcome | null => {
    const state = flows()?.()?.get(name)?.state ?? 'draft'
    return state === 'draft' ? null : state
  }
  /** Guests know the cast of their briefs, and nothing of the workspace. */
  const isGuest = (): boolean => standing().access === 'guest'

  /** A guest has a page of their own, and reads nobody else's. */
  const isMine = (member: string | undefined): boolean => member === replica.identity.member

  const Frame = (section: RouteSectionProps) => (
    <WorkspaceFrame
      replica={replica}
      follow={follow}
      briefs={briefs()}
      stateOf={stateOf}
      workspaceName={workspaceName()}
      isRead={props.isRead}
      pwa={props.pwa}
      now={props.environment.now}
      titleOf={titleOf}
      unread={inbox()?.unread() ?? 0}
      news={inbox()?.handover.news() ?? 0}
      tasks={tasks()?.() ?? null}
      nameOf={nameOf}
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
            documents={follow.documents()}
          />
        )}
      </Show>
    )
  }
  const OneEstimate = () => (
    <Show when={standing().knowsPrices} fallback={<NoSuchPage />}>
      <EstimateAt
        replica={replica}
        tasks={tasks()?.() ?? null}
        documents={follow.documents()}
        titleOf={titleOf}
        isHere={(name) => listed(name)?.isHere ?? true}
        arrivedHere={arrivedHere}
        now={props.environment.now}
      />
    </Show>
  )
  const taskListed = (name: DocName) => tasks()?.()?.find((one) => one.name === name) ?? null
  const OneTask = () => {
    const params = useParams<{ name: string }>()
    const name = createMemo(() => z.safeParse(docNameSchema, params.name))
    return (
      <Show when={name().success ? name().data : null} keyed fallback={<NoSuchPage />}>
        {(doc) => (
          <TaskRoute
            replica={replica}
            name={doc}
            listed={taskListed(doc)}
            tasks={tasks()?.() ?? []}
            listedAs={taskListed}
            documents={follow.documents()}
            nameOf={nameOf}
            titleOf={titleOf}
            overall={follow.status()}
            arrivedHere={arrivedHere}
            people={follow.people()}
            inbox={inbox()}
            now={props.environment.now}
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
      <Route path="/briefs/:name/estimate" component={OneEstimate} />
      <Route
        path={['/tasks', ...viewNames.map((view) => `/tasks/${view}`)]}
        component={() => (
          <Show when={!isGuest()} fallback={<NoSuchPage />}>
            <Show when={tasks()?.()}>
              {(all) => (
                <TaskOverviewRoute
                  replica={replica}
                  tasks={all()}
                  me={replica.identity.member}
                  people={follow.people()}
                  nameOf={nameOf}
                  titleOf={titleOf}
                  now={props.environment.now()}
                />
              )}
            </Show>
          </Show>
        )}
      />
      <Route
        path="/tasks/figures"
        component={() => (
          <Show when={!isGuest()} fallback={<NoSuchPage />}>
            <Show when={tasks()?.()}>
              {(all) => (
                <FiguresRoute
                  flows={flows()?.() ?? null}
                  tasks={all()}
                  documents={follow.documents()}
                  people={follow.people()}
                  now={props.environment.now}
                />
              )}
            </Show>
          </Show>
        )}
      />
      <Route path="/tasks/:name" component={OneTask} />
      <Route
        path={['/inbox', '/inbox/:page']}
        component={() => (
          <InboxRoute
            replica={replica}
            documents={follow.documents()}
            people={follow.people()}
            tasks={tasks()?.() ?? []}
            inbox={inbox()}
            nameOf={nameOf}
            titleOf={titleOf}
            now={props.environment.now}
            isGuest={isGuest()}
            arrivedHere={arrivedHere}
          />
        )}
      />
      <Route
        path="/people/:member?"
        component={() => (
          <Show
            when={!isGuest() || isMine(useParams<{ member?: string }>().member)}
            fallback={<NoSuchPage />}
          >
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
                documents={work()}
                arrivedHere={arrivedHere}
                isGuest={isGuest()}
              />
            )}
          </Show>
        )}
      />
      <Route
        path={['/settings', '/settings/phrases']}
        component={() => (
          <Show when={!isGuest()} fallback={<NoSuchPage />}>
            <SettingsRoute
              replica={replica}
              name={workspaceDocument(replica.identity.workspace.id)}
              mayChange={canInvite(standing().access)}
              arrivedHere={arrivedHere}
              knowsPrices={standing().knowsPrices}
            />
          </Show>
        )}
      />
      <Route
        path="/settings/sop"
        component={() => (
          <Show when={isInside(standing())} fallback={<NoSuchPage />}>
            <SopRoute
              replica={replica}
              documents={follow.documents()}
              mayChange={isLeading(standing().access)}
              nameOf={nameOf}
              arrivedHere={arrivedHere}
            />
          </Show>
        )}
      />
      <Route
        path="/settings/prices"
        component={() => (
          <Show when={standing().knowsPrices} fallback={<NoSuchPage />}>
            <PricesRoute
              replica={replica}
              mayChange={isLeading(standing().access)}
              arrivedHere={arrivedHere}
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
