/** Who is in the workspace, and the invite links in force. */
import { createEffect, createSignal, lazy, Show, type JSX } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { Button } from '#client/ui/button.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Table } from '#client/ui/table.tsx'
import { Text } from '#client/ui/text.tsx'
import { ThumbBar } from '#client/ui/thumb-bar.tsx'
import type { WorkingHours } from '#shared/domain/people/their-time.ts'
import type { Person } from '#shared/protocol/control.ts'
import { followInvites } from '#client/live/follow-invites.ts'
import type { Inviting } from '#client/live/make-invite.ts'
import { canInvite, type Access } from '#shared/protocol/names.ts'
import { InvitesSection } from './invites-section.tsx'
import { TheirTime } from './their-time.tsx'
import { peopleWords } from './words.ts'

const InviteDialog = lazy(async () => ({
  default: (await import('./invite-dialog.tsx')).InviteDialog,
}))

export interface PeoplePageProps {
  readonly people: readonly Person[]
  readonly me: string
  readonly access: Access
  readonly replica: Inviting
  readonly now: () => number
  /** When somebody works, where they said so. */
  readonly hoursOf: (member: string) => WorkingHours | null
  /** The way to what is recorded about people. */
  readonly records: JSX.Element
}

export function PeoplePage(props: PeoplePageProps) {
  const words = useWords(peopleWords)
  const [inviting, setInviting] = createSignal(false)
  const invites = followInvites(props.replica)
  /** Without a relay there is nothing to join: no link would open. */
  const isAlone = props.replica.identity.alone === true
  const mayInvite = (): boolean => canInvite(props.access) && !isAlone
  const invite = () => (
    <Button kind="primary" onClick={() => setInviting(true)}>
      {words().invite}
    </Button>
  )
  createEffect(() => {
    document.title = words().people
  })
  return (
    <>
      <PageHead title={words().people} actions={<Show when={mayInvite()}>{invite()}</Show>} />
      <Page>
        <Section
          title={words().inWorkspace}
          note={props.people.length > 0 ? String(props.people.length) : undefined}
        >
          <Show
            when={props.people.length > 0}
            fallback={<Text kind="quiet">{words().peopleLater}</Text>}
          >
            <Table
              label={words().people}
              rows={props.people}
              rowId={(person) => person.member}
              columns={[
                {
                  id: 'name',
                  head: words().name,
                  width: 144,
                  cell: (person) => (
                    <Row>
                      <Avatar id={person().member} name={person().name} />
                      <a href={`/people/${person().member}`}>
                        {person().member === props.me
                          ? `${person().name} · ${words().you}`
                          : person().name}
                      </a>
                    </Row>
                  ),
                },
                {
                  id: 'time',
                  head: words().theirTime,
                  width: 168,
                  cell: (person) => (
                    <TheirTime hours={props.hoursOf(person().member)} now={props.now} />
                  ),
                },
                {
                  id: 'access',
                  head: words().access,
                  width: 208,
                  cell: (person) =>
                    `${words()[person().access]} · ${words().accessHelp[person().access]}`,
                },
              ]}
            />
          </Show>
          <Row>{props.records}</Row>
        </Section>
        <Show when={isAlone}>
          <Section title={words().inviteAlone}>
            <Text kind="quiet">{words().inviteAloneHelp}</Text>
          </Section>
        </Show>
        <Show when={mayInvite()}>
          <InvitesSection
            invites={invites()}
            replica={props.replica}
            people={props.people}
            now={props.now}
          />
        </Show>
      </Page>
      <Show when={mayInvite()}>
        <ThumbBar>{invite()}</ThumbBar>
      </Show>
      <Show when={inviting()}>
        <InviteDialog
          access={props.access}
          replica={props.replica}
          invites={invites()}
          now={props.now}
          onClose={() => setInviting(false)}
        />
      </Show>
    </>
  )
}
