/** Who is in the workspace, who looks in as a guest, and the invite links in force. Who left is not listed; their work names them. */
import { createEffect, createSignal, Show, type JSX } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Text } from '#client/ui/text.tsx'
import { ThumbBar } from '#client/ui/thumb-bar.tsx'
import type { WorkingHours } from '#shared/domain/people/profile.ts'
import { isInside } from '#shared/protocol/audiences.ts'
import type { Person } from '#shared/protocol/control.ts'
import { followInvites } from '#client/live/follow-invites.ts'
import type { Inviting } from '#client/live/make-invite.ts'
import { canInvite, type Access } from '#shared/protocol/names.ts'
import { accessWords } from './access-words.ts'
import { InvitesSection } from './invites-section.tsx'
import { PeopleList } from './people-list.tsx'
import { peopleWords } from './words.ts'

const InviteDialog = later(async () => (await import('./invite-dialog.tsx')).InviteDialog)

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
  const [words, access] = [useWords(peopleWords), useWords(accessWords)]
  const [inviting, setInviting] = createSignal(false)
  const invites = followInvites(props.replica)
  /** Without a relay there is nothing to join: no link would open. */
  const isAlone = props.replica.identity.alone === true
  const isHere = ({ removed, access: has }: Person): boolean => !removed && has !== 'guest'
  const colleagues = () => props.people.filter(isHere)
  const guests = () => props.people.filter((one) => !one.removed && one.access === 'guest')
  /** Whether the profiles of others are theirs to read. */
  const reads = (): boolean => {
    const me = props.people.find((one) => one.member === props.me)
    return me === undefined || isInside(me)
  }
  const mayOpen = (member: string): boolean => reads() || member === props.me
  const isTimeMissing = (): boolean =>
    colleagues().some(({ member }) => member === props.me) && props.hoursOf(props.me) === null
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
          note={colleagues().length > 0 ? String(colleagues().length) : undefined}
        >
          <Show
            when={colleagues().length > 0}
            fallback={<Text kind="quiet">{words().peopleLater}</Text>}
          >
            <PeopleList
              label={words().people}
              people={colleagues()}
              me={props.me}
              now={props.now}
              hoursOf={reads() ? props.hoursOf : null}
              mayOpen={mayOpen}
            />
          </Show>
          <Row wrap>
            <Show when={isTimeMissing()}>
              <Button kind="quiet" href={`/people/${props.me}`}>
                {words().setTime}
              </Button>
            </Show>
            {props.records}
          </Row>
        </Section>
        <Show when={guests().length > 0}>
          <Section title={access().guests} note={access().guestsHelp}>
            <PeopleList
              label={access().guests}
              people={guests()}
              me={props.me}
              guests
              now={props.now}
              hoursOf={props.hoursOf}
              mayOpen={mayOpen}
            />
          </Section>
        </Show>
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
