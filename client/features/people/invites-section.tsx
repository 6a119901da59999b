/** The invite links in force, each with one tap to revoke it, and what the relay did not take. Works from this device alone. */
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { endInvite, type Inviting } from '#client/live/make-invite.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Section } from '#client/ui/section.tsx'
import { Table } from '#client/ui/table.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { InviteId } from '#shared/lib/ids.ts'
import { mayInvite } from '#shared/protocol/act-rules.ts'
import type { Person } from '#shared/protocol/control.ts'
import { isInForce, type RecordedInvite } from '#shared/records/invites.ts'
import { invitedAs } from './invited-as.ts'
import { inviteWords } from './invite-words.ts'
import { peopleWords } from './words.ts'

export interface InvitesSectionProps {
  /** Null until they are read. */
  readonly invites: readonly RecordedInvite[] | 'unreadable' | null
  readonly replica: Inviting
  readonly people: readonly Person[]
  readonly now: () => number
}

/** What was not taken is said for a day. */
const saidMs = 24 * 3_600_000

export function InvitesSection(props: InvitesSectionProps) {
  const words = useWords(inviteWords)
  const people = useWords(peopleWords)
  const [seen, setSeen] = createSignal<ReadonlySet<InviteId>>(new Set())
  const [notStored, setNotStored] = createSignal(false)
  const all = (): readonly RecordedInvite[] => (Array.isArray(props.invites) ? props.invites : [])
  /** Not those whose maker may not make them any more: the relay lets nobody in by them. */
  const stands = ({ by, made }: RecordedInvite): boolean => {
    const maker = props.people.find(({ member }) => member === by)
    return maker === undefined || mayInvite({ ...maker, revoked: maker.removed }, made)
  }
  const shown = createMemo(() => all().filter((one) => isInForce(one, props.now()) && stands(one)))
  const notTaken = createMemo(() =>
    all().filter(
      (one) =>
        one.by === props.replica.identity.member &&
        (one.made.for === 'member' || one.made.for === 'guest') &&
        one.at > props.now() - saidMs &&
        (one.standing === 'refused' || one.end?.standing === 'refused') &&
        !seen().has(one.id),
    ),
  )
  const revoke = async (id: InviteId): Promise<void> => {
    const ended = await endInvite(props.replica, id)
    setNotStored(!ended.ok)
    if (ended.ok) showToast(words().revoking)
  }
  return (
    <Section title={words().invites}>
      <For each={notTaken()}>
        {(invite) => (
          <Banner
            tone="bad"
            action={
              <Button kind="quiet" onClick={() => setSeen((ids) => new Set([...ids, invite.id]))}>
                {words().gotIt}
              </Button>
            }
          >
            {(invite.standing === 'refused' ? words().notMade : words().notEnded)(
              formatDate(invite.at, 'short'),
              (invite.refused ?? invite.end?.refused) === 'no-access',
            )}
          </Banner>
        )}
      </For>
      <Show when={notStored()}>
        <Banner tone="bad">{words().notStored}</Banner>
      </Show>
      <Switch>
        <Match when={props.invites === 'unreadable'}>
          <Text kind="quiet">{words().unreadable}</Text>
        </Match>
        <Match when={props.invites !== null && shown().length === 0}>
          <Text kind="quiet">{words().noInvites}</Text>
        </Match>
        <Match when={shown().length > 0}>
          <Table
            label={words().invites}
            rows={shown()}
            rowId={(invite) => invite.id}
            columns={[
              {
                id: 'access',
                head: words().access,
                width: 96,
                cell: (invite) => invitedAs(invite().made, words(), people()),
              },
              {
                id: 'uses',
                head: words().used,
                width: 80,
                cell: (invite) =>
                  invite().standing === 'waiting'
                    ? words().waiting
                    : words().usesOf(invite().used, invite().mostUses),
              },
              {
                id: 'until',
                head: words().validUntil,
                width: 72,
                cell: (invite) => formatDate(invite().expiresAt, 'short'),
              },
              {
                id: 'revoke',
                head: words().revoke,
                hideHead: true,
                width: 88,
                align: 'end',
                cell: (invite) => (
                  <Show
                    when={invite().end?.standing !== 'waiting'}
                    fallback={<Text kind="small">{words().ending}</Text>}
                  >
                    <Button kind="quiet" onClick={() => void revoke(invite().id)}>
                      {words().revoke}
                    </Button>
                  </Show>
                ),
              },
            ]}
          />
        </Match>
      </Switch>
    </Section>
  )
}
