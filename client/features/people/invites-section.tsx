/** The invite links in force, each with one tap to revoke it. Links themselves are shown only when they are made. */
import { createEffect, createSignal, Match, on, Show, Switch } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Section } from '#client/ui/section.tsx'
import { Table } from '#client/ui/table.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { Invite } from '#shared/protocol/http.ts'
import type { InviteCalls, Refused } from './relay-calls.ts'
import { peopleWords } from './words.ts'

export interface InvitesSectionProps {
  readonly calls: InviteCalls
  /** Invites are asked for once the relay knows this device. */
  readonly signedIn: boolean
  /** Changes when one was made, so that it is asked again. */
  readonly made: number
  readonly now: () => number
}

export function InvitesSection(props: InvitesSectionProps) {
  const words = useWords(peopleWords)
  const [invites, setInvites] = createSignal<readonly Invite[] | null>(null)
  const [refusal, setRefusal] = createSignal<Refused | null>(null)
  const read = async (): Promise<void> => {
    const answer = await props.calls.invites()
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) setInvites(answer.value.filter((invite) => inForce(invite, props.now())))
  }
  const revoke = async (id: string): Promise<void> => {
    const answer = await props.calls.revokeInvite(id)
    if (!answer.ok) return void setRefusal(answer.refusal)
    showToast(words().revoked)
    await read()
  }
  createEffect(
    on([() => props.signedIn, () => props.made], ([signedIn]) => {
      if (signedIn) void read()
    }),
  )
  return (
    <Section title={words().invites}>
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
      <Switch>
        <Match when={invites() === null && refusal() === null && !props.signedIn}>
          <Text kind="quiet">{words().invitesLater}</Text>
        </Match>
        <Match when={invites()?.length === 0}>
          <Text kind="quiet">{words().noInvites}</Text>
        </Match>
        <Match when={invites()}>
          {(listed) => (
            <Table
              label={words().invites}
              rows={listed()}
              rowId={(invite) => invite.id}
              columns={[
                {
                  id: 'access',
                  head: words().access,
                  width: 80,
                  cell: (invite) => words()[invite().access],
                },
                {
                  id: 'uses',
                  head: words().used,
                  width: 96,
                  cell: (invite) => words().usesOf(invite().uses, invite().maxUses),
                },
                {
                  id: 'until',
                  head: words().validUntil,
                  width: 88,
                  cell: (invite) => formatDate(invite().expiresAt, 'short'),
                },
                {
                  id: 'revoke',
                  head: words().revoke,
                  hideHead: true,
                  width: 72,
                  align: 'end',
                  cell: (invite) => (
                    <Button kind="quiet" onClick={() => void revoke(invite().id)}>
                      {words().revoke}
                    </Button>
                  ),
                },
              ]}
            />
          )}
        </Match>
      </Switch>
    </Section>
  )
}

const inForce = (invite: Invite, now: number): boolean =>
  !invite.revoked && invite.expiresAt > now && invite.uses < invite.maxUses
