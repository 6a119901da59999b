/** An owner link opened where a workspace is on this device alone: it goes to that relay, with everything in it. */
import { createSignal, Show, type JSX } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { shareWorkspace, type CallRefusal } from '#client/replica/join.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { FrontPage } from '#client/ui/front-page.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { InviteKey } from '#shared/protocol/http.ts'
import { workspaceWords } from './workspace-words.ts'

export interface SharePageProps {
  readonly environment: DeviceEnvironment
  readonly identity: Identity
  readonly invite: InviteKey | null
  readonly foot: JSX.Element
  readonly onShared: (identity: Identity) => void
}

export function SharePage(props: SharePageProps) {
  const [words, people] = [useWords(workspaceWords), useWords(peopleWords)]
  const [pending, setPending] = createSignal(false)
  const [refusal, setRefusal] = createSignal<CallRefusal | null>(null)
  const share = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const shared = await shareWorkspace(props.environment, props.identity, props.invite)
    setPending(false)
    if (shared.ok) props.onShared(shared.value)
    else setRefusal(shared.refusal)
  }
  return (
    <FrontPage
      title={words().shareTitle(props.identity.workspace.name)}
      lead={words().shareHelp}
      foot={props.foot}
    >
      <Stack>
        <Show when={refusal()}>
          {(now) => <Banner tone="bad">{people().refusals[now().code]}</Banner>}
        </Show>
        <Button kind="primary" wide pending={pending()} onClick={() => void share()}>
          {words().share}
        </Button>
      </Stack>
    </FrontPage>
  )
}
