/** The way in for somebody who is not in this workspace yet, with the calls it makes. Loaded only then. */
import { For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { codeIn, readInviteKey } from '#client/features/people/invite-key.ts'
import { JoinPage } from '#client/features/people/join.page.tsx'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { Button } from '#client/ui/button.tsx'
import { createJoinCalls } from './join-calls.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { isAppleTouch } from './surroundings.ts'
import { SharePage } from './share-page.tsx'
import { openWorkspace } from './which-workspace.ts'
import { workspaceWords } from './workspace-words.ts'

export function JoinRoute(props: {
  readonly environment: DeviceEnvironment
  /** What stood behind `#` when the app was opened. */
  readonly fragment: string
  /** The workspaces of this device. */
  readonly others: readonly Identity[]
  /** The one the owner link in hand is to share; null to make or join another. */
  readonly sharing: Identity | null
  readonly onJoined: (identity: Identity) => void
}) {
  const words = useWords(workspaceWords)
  const calls = createJoinCalls(props.environment, (identity) => props.onJoined(identity))
  const invite = () => readInviteKey(props.fragment)
  const foot = () => (
    <>
      <For each={props.others}>
        {({ workspace }) => (
          <Button kind="quiet" onClick={() => openWorkspace(workspace.id)}>
            {words().open(workspace.name)}
          </Button>
        )}
      </For>
      <LanguageSwitch />
    </>
  )
  return (
    <Show
      when={props.sharing}
      fallback={
        <JoinPage
          calls={calls}
          invite={invite()}
          isCode={codeIn(props.fragment) !== null}
          isApple={isAppleTouch()}
          foot={foot()}
        />
      }
    >
      {(identity) => (
        <SharePage
          environment={props.environment}
          identity={identity()}
          invite={invite()}
          foot={foot()}
          onShared={props.onJoined}
        />
      )}
    </Show>
  )
}
