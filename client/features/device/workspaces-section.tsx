/** The workspaces on this device: which one is shown, the way to another, and to a relay for one that is here alone. */
import { createSignal, For, onMount, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Disclosure } from '#client/ui/disclosure.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { deviceWords } from './words.ts'

export interface KeptWorkspace {
  readonly id: string
  readonly name: string
  readonly isCurrent: boolean
  /** On this device only. */
  readonly isAlone: boolean
  /** Generated work, on this device only for good. */
  readonly isDemo: boolean
}

/** Why a workspace cannot go to the relay now. */
export type ShareRefusal = 'unreachable' | 'needs-owner-link' | 'refused'

export interface WorkspaceCalls {
  list(): Promise<readonly KeptWorkspace[]>
  open(id: string): void
  /** Moves the current one to the relay; null once it is there. */
  share(): Promise<ShareRefusal | null>
  /** The current one leaves this device, with everything done in it. */
  deleteDemo(): Promise<void>
}

export function WorkspacesSection(props: { readonly calls: WorkspaceCalls }) {
  const words = useWords(deviceWords)
  const [all, setAll] = createSignal<readonly KeptWorkspace[]>([])
  const [sharing, setSharing] = createSignal(false)
  const [deleting, setDeleting] = createSignal(false)
  const [refusal, setRefusal] = createSignal<ShareRefusal | null>(null)
  onMount(() => void props.calls.list().then(setAll))
  const isAlone = (): boolean => all().some((one) => one.isCurrent && one.isAlone)
  const share = async (): Promise<void> => {
    if (sharing()) return
    setSharing(true)
    setRefusal(await props.calls.share())
    setSharing(false)
  }
  return (
    <Section title={words().workspaces}>
      <Stack>
        <FactList>
          <For each={all()}>
            {(one) => (
              <Fact
                label={one.isCurrent ? words().shownNow : ''}
                value={one.name}
                help={one.isDemo ? words().demoHere : one.isAlone ? words().aloneHere : undefined}
                action={
                  <Show
                    when={!one.isCurrent}
                    fallback={
                      <Show
                        when={one.isDemo}
                        fallback={
                          <Show when={isAlone()}>
                            <Button pending={sharing()} onClick={() => void share()}>
                              {words().toServer}
                            </Button>
                          </Show>
                        }
                      >
                        <Button kind="danger" onClick={() => setDeleting(true)}>
                          {words().deleteDemo}
                        </Button>
                      </Show>
                    }
                  >
                    <Button
                      aria-label={words().openNamed(one.name)}
                      onClick={() => props.calls.open(one.id)}
                    >
                      {words().openIt}
                    </Button>
                  </Show>
                }
              />
            )}
          </For>
        </FactList>
        <Show when={deleting()}>
          <Banner
            tone="warn"
            action={
              <>
                <Button kind="quiet" onClick={() => void props.calls.deleteDemo()}>
                  {words().deleteDemoSure}
                </Button>
                <Button kind="quiet" onClick={() => setDeleting(false)}>
                  {words().keepDemo}
                </Button>
              </>
            }
          >
            {words().deleteDemoHelp}
          </Banner>
        </Show>
        <Show when={refusal()}>
          {(now) => <Banner tone="warn">{words().shareRefusals[now()]}</Banner>}
        </Show>
        <Show when={refusal() === 'needs-owner-link'}>
          <Disclosure label={words().forOperator}>
            <Text kind="small">{words().forOperatorHelp}</Text>
          </Disclosure>
        </Show>
        <Row wrap>
          <a href="/join" target="_self">
            {words().anotherWorkspace}
          </a>
        </Row>
        <Text kind="small">{words().workspacesHelp}</Text>
      </Stack>
    </Section>
  )
}
