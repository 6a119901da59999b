/** One person: what they may do and are there for, what time it is for them, their languages, their devices, the way out. */
import { createEffect, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { useDocument } from '#client/live/use-document.ts'
import { follow } from '#client/live/follow.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { PersonHead } from '#client/ui/person-head.tsx'
import { Page } from '#client/ui/page.tsx'
import type { WorkingHours } from '#shared/domain/people/profile.ts'
import { readPerson } from '#shared/documents/readers/read-person.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { personDocument } from '#shared/lib/document-kinds.ts'
import { isInside } from '#shared/protocol/audiences.ts'
import type { Person } from '#shared/protocol/control.ts'
import { AccessSection } from './access-section.tsx'
import { accessWords } from './access-words.ts'
import { DaysSection } from './days-section.tsx'
import { DevicesSection } from './devices-section.tsx'
import type { PeopleActs } from './follow-acts.ts'
import { HoursSection } from './hours-section.tsx'
import { LanguagesSection } from './languages-section.tsx'
import { mayDo } from './may-do.ts'
import { NameSection } from './name-section.tsx'
import { functionNames } from './people-list.tsx'
import { personWords } from './person-words.ts'
import { RecoverySection } from './recovery-section.tsx'
import { RemoveSection } from './remove-section.tsx'
import { TheirTime } from './their-time.tsx'

export interface PersonPageProps {
  readonly replica: Replica
  /** As the relay told of them. */
  readonly person: Person
  readonly people: readonly Person[]
  readonly workspaceName: string
  readonly acts: PeopleActs
  readonly nameOf: (member: string) => string
  readonly hours: WorkingHours | null
  readonly mayChange: boolean
  readonly online: boolean
  readonly now: () => number
  readonly back: { readonly label: string; readonly onBack: () => void }
}

export function PersonPage(props: PersonPageProps) {
  const words = useWords(accessWords)
  const { identity } = props.replica
  const person = () => props.acts.shown(props.person)
  const me = () => props.people.find((one) => one.member === identity.member) ?? null
  const may = () => mayDo(me(), props.person, props.people)
  const isOwn = () => props.person.member === identity.member
  /** Guests have no profile; whoever is outside reads no other's, so nothing is said of it (protocol/audiences.ts). */
  const hasProfile = (): boolean => {
    const reader = me()
    const mayRead = isOwn() || (reader !== null && isInside(reader))
    return mayRead && person().access !== 'guest'
  }
  const note = (): string => {
    const { access, outside, functions } = person()
    const place = outside ? words().outside : words().inside
    return [words().levels[access], access === 'guest' ? '' : place, ...functionNames(functions)]
      .filter((part) => part !== '')
      .join(' · ')
  }
  createEffect(() => {
    document.title = person().name
  })
  return (
    <>
      <PageHead
        title={person().name}
        hideTitle={!person().removed}
        marks={
          <Show when={!person().removed && me()?.access !== 'guest'}>
            <Button kind="quiet" href="/people">
              {props.back.label}
            </Button>
          </Show>
        }
        back={props.back}
      />
      <Show
        when={!person().removed}
        fallback={
          <EmptyState
            title={props.person.removed ? words().gone : words().removing}
            help={words().goneHelp}
          />
        }
      >
        <Page>
          <PersonHead id={person().member} name={person().name} note={note()}>
            <Show when={hasProfile() ? props.hours : null}>
              {(hours) => <TheirTime hours={hours()} now={props.now} full />}
            </Show>
          </PersonHead>
          <Show when={may().name}>
            <NameSection
              name={person().name}
              onName={async (name) => (await props.acts.set(person().member, { name })).ok}
            />
          </Show>
          <Show when={hasProfile()}>
            <Profile {...props} />
          </Show>
          <AccessSection person={person()} may={may()} acts={props.acts} isOwn={isOwn()} />
          <Show when={may().devices && identity.alone !== true}>
            <DevicesSection
              replica={props.replica}
              person={props.person}
              here={identity.device}
              isOwn={isOwn()}
              isLastOwner={may().isLastOwner}
              acts={props.acts}
              online={props.online}
              now={props.now}
            />
          </Show>
          <Show when={isOwn() && person().access === 'owner' && identity.alone !== true}>
            <RecoverySection
              replica={props.replica}
              acts={props.acts}
              workspaceName={props.workspaceName}
              name={person().name}
              isLastOwner={may().isLastOwner}
              online={props.online}
              now={props.now}
            />
          </Show>
          <Show when={may().remove}>
            <RemoveSection person={person()} acts={props.acts} online={props.online} />
          </Show>
        </Page>
      </Show>
    </>
  )
}

/** What they say of themselves: a document of their own. */
function Profile(props: PersonPageProps) {
  const live = useDocument(props.replica, personDocument(props.person.member))
  return (
    <Show when={live.doc()} keyed>
      {(doc) => <ProfileOf {...props} doc={doc} />}
    </Show>
  )
}

function ProfileOf(props: PersonPageProps & { readonly doc: Y.Doc }) {
  const words = useWords(personWords)
  const profile = follow(
    () => props.doc,
    (doc) => [rootMap(doc, 'fields'), rootMap(doc, 'days'), rootMap(doc, 'languages')],
    readPerson,
  )
  return (
    <>
      <HoursSection
        doc={props.doc}
        profile={profile()}
        readOnly={!props.mayChange}
        note={props.mayChange ? words().hoursHelp : words().onlyTheirs}
      />
      <DaysSection
        doc={props.doc}
        profile={profile()}
        readOnly={!props.mayChange}
        now={props.now}
      />
      <LanguagesSection
        doc={props.doc}
        profile={profile()}
        readOnly={!props.mayChange}
        me={props.replica.identity.member}
        nameOf={props.nameOf}
        now={props.now}
      />
    </>
  )
}
