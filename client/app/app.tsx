/**
 * The app's start: finds who this device is, opens its copy of the workspace, or shows a newcomer the way in.
 * A join link opened by a member leads into the workspace, unless the relay does not know the device any more.
 */
import { createSignal, Match, onCleanup, Switch } from 'solid-js'
import { browserEnvironment } from '#client/replica/browser-environment.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { warmFormats } from '#client/i18n/format.ts'
import { beginReplica } from '#client/replica/open-replica.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import { later } from '#client/ui/later.tsx'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { firstScreenRead } from './after-first-screen.ts'
import { listIdentities } from './list-identities.ts'
import { createSummariser } from './summaries.ts'
import { browserChoices, choose, remember } from './which-workspace.ts'
import { Workspace } from './workspace.tsx'

const FrontScreens = later(async () => (await import('./front-screens.tsx')).FrontScreens)
const JoinRoute = later(async () => (await import('./join-route.tsx')).JoinRoute)

type Standing =
  | { readonly kind: 'looking' }
  /** The browser does not open what is on this device; it is asked again and again. */
  | { readonly kind: 'not-opening' }
  /** `others`: the workspaces this device is in already. `sharing`: the one the owner link in hand is to share. */
  | {
      readonly kind: 'newcomer'
      readonly others: readonly Identity[]
      readonly sharing: Identity | null
    }
  | { readonly kind: 'member'; readonly replica: TypedReplica<DocumentSummary> }

export function App(props: { readonly pwa: Pwa | null }) {
  const environment: DeviceEnvironment = {
    ...browserEnvironment(),
    makeThumb: async (picture) => (await import('./make-thumb.ts')).makeThumb(picture),
  }
  // Perhaps an invite or a device's code: the way in reads it.
  const fragment = location.hash
  const mayInvite = /^#(?:[^.]+\.[^.]+|[\w-]{12,40})$/.test(fragment)
  const [standing, setStanding] = createSignal<Standing>({ kind: 'looking' })
  const [isRead, setIsRead] = createSignal(false)

  const enter = async (identity: Identity, others: readonly Identity[]): Promise<void> => {
    const { replica, read } = await beginReplica(environment, identity, createSummariser())
    // The frame, and the dearest formatter of the first list, while the disk gives the rows.
    setStanding({ kind: 'member', replica })
    warmFormats()
    await read.finally(firstScreenRead)
    setIsRead(true)
    if (!mayInvite) return
    // The relay does not let this device in any more (revoked, or an older backup came back): the invite in hand lets it in again.
    const callOff = replica.status.subscribe(() => {
      const { link } = replica.status.overall()
      if (link === 'ready') callOff()
      if (link !== 'signed-out' && link !== 'no-access') return
      callOff()
      setStanding({
        kind: 'newcomer',
        others: others.filter((one) => one !== identity),
        sharing: null,
      })
      void replica.close()
    })
  }
  const start = async (): Promise<void> => {
    const all = await listIdentities(environment, () => setStanding({ kind: 'not-opening' }))
    const mine = choose(all, browserChoices())
    // A member asks for another workspace at the address of joining.
    const asksForAnother = location.pathname === '/join' && fragment === ''
    if (mine === null || asksForAnother)
      return void setStanding({ kind: 'newcomer', others: all, sharing: null })
    const door = mayInvite
      ? await (await import('./invite-door.ts')).doorOf(environment, fragment, all, mine)
      : null
    if (door === null) return enter(mine, all)
    if (door.kind === 'mine') return enter(door.identity, all)
    setStanding({ kind: 'newcomer', others: all, sharing: door.kind === 'share' ? mine : null })
  }
  const joined = (identity: Identity): void => {
    // The secret leaves the address bar as soon as it has done its work.
    history.replaceState(null, '', '/briefs')
    remember(identity.workspace.id, browserChoices())
    void enter(identity, [])
  }
  void start()
  onCleanup(() => {
    const now = standing()
    if (now.kind === 'member') void now.replica.close()
  })
  const member = (): TypedReplica<DocumentSummary> | null => {
    const now = standing()
    return now.kind === 'member' ? now.replica : null
  }
  const newcomer = () => {
    const now = standing()
    return now.kind === 'newcomer' ? now : null
  }
  return (
    <Switch>
      <Match when={member()}>
        {(replica) => (
          <Workspace
            replica={replica()}
            isRead={isRead()}
            environment={environment}
            pwa={props.pwa}
          />
        )}
      </Match>
      <Match when={standing().kind === 'not-opening'}>
        <FrontScreens surroundings="not-opening" />
      </Match>
      <Match when={newcomer()}>
        {(now) => (
          <JoinRoute
            environment={environment}
            fragment={fragment}
            others={now().others}
            sharing={now().sharing}
            onJoined={joined}
          />
        )}
      </Match>
    </Switch>
  )
}
