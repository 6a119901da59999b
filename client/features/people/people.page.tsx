/** Who is in the workspace, and the invite links in force. */
import { createEffect, createSignal, For, lazy, onMount, Show } from 'solid-js'
import { formatDateTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Person } from '#shared/protocol/control.ts'
import type { Invite } from '#shared/protocol/http.ts'
import { canInvite, type Access } from '#shared/protocol/names.ts'
import type { InviteCalls, Refused } from './relay-calls.ts'
import { peopleWords } from './words.ts'

const InviteDialog = lazy(async () => ({
  default: (await import('./invite-dialog.tsx')).InviteDialog,
}))

export interface PeoplePageProps {
  readonly people: readonly Person[]
  readonly me: string
  readonly access: Access
  readonly calls: InviteCalls
  /** Invites are asked for once the relay knows this device. */
  readonly signedIn: boolean
  readonly now: () => number
}

export function PeoplePage(props: PeoplePageProps) {
  const words = useWords(peopleWords)
  const [inviting, setInviting] = createSignal(false)
  const [invites, setInvites] = createSignal<readonly Invite[]>([])
  const [refusal, setRefusal] = createSignal<Refused | null>(null)
  const mayInvite = (): boolean => canInvite(props.access)

  const read = async (): Promise<void> => {
    const answer = await props.calls.invites()
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) setInvites(answer.value.filter((invite) => inForce(invite, props.now())))
  }
  const revoke = async (id: string): Promise<void> => {
    const answer = await props.calls.revokeInvite(id)
    if (answer.ok) await read()
    else setRefusal(answer.refusal)
  }
  onMount(() => {
    document.title = words().people
  })
  createEffect(() => {
    if (mayInvite() && props.signedIn) void read()
  })
  return (
    <>
      <PageHead
        title={words().people}
        actions={
          <Show when={mayInvite()}>
            <Button kind="primary" onClick={() => setInviting(true)}>
              {words().invite}
            </Button>
          </Show>
        }
      />
      <Page>
        <Section title={words().people} note={String(props.people.length)}>
          <Stack gap="related">
            <For each={props.people}>
              {(person) => (
                <Row spread>
                  <Row>
                    <Avatar id={person.member} name={person.name} />
                    <Text>
                      {person.member === props.me ? `${person.name} · ${words().you}` : person.name}
                    </Text>
                  </Row>
                  <Text kind="quiet">{words()[person.access]}</Text>
                </Row>
              )}
            </For>
          </Stack>
        </Section>
        <Show when={mayInvite()}>
          <Section title={words().invites}>
            <Stack gap="related">
              <Show when={refusal()}>
                {(refused) => (
                  <Banner
                    tone="warn"
                    action={
                      <Button kind="quiet" onClick={() => void read()}>
                        {words().tryAgain}
                      </Button>
                    }
                  >
                    {words().refusals[refused().code]}
                  </Banner>
                )}
              </Show>
              <Show
                when={invites().length > 0}
                fallback={
                  <Show when={refusal() === null}>
                    <Text kind="quiet">{words().noInvites}</Text>
                  </Show>
                }
              >
                <For each={invites()}>
                  {(invite) => (
                    <Row spread wrap>
                      <Text>
                        {[
                          words()[invite.access],
                          words().usesLeft(invite.uses, invite.maxUses),
                          words().until(formatDateTime(invite.expiresAt)),
                        ].join(' · ')}
                      </Text>
                      <Button kind="quiet" onClick={() => void revoke(invite.id)}>
                        {words().revoke}
                      </Button>
                    </Row>
                  )}
                </For>
              </Show>
            </Stack>
          </Section>
        </Show>
      </Page>
      <Show when={inviting()}>
        <InviteDialog
          calls={props.calls}
          onClose={() => {
            setInviting(false)
            void read()
          }}
        />
      </Show>
    </>
  )
}

const inForce = (invite: Invite, now: number): boolean =>
  !invite.revoked && invite.expiresAt > now && invite.uses < invite.maxUses
