/** The people page with the calls it makes, and one person's. Loaded only when they are opened. */
import { useNavigate } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { followStanding } from '#client/live/follow-rights.ts'
import { useWords } from '#client/i18n/words.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import { followActs } from '#client/features/people/follow-acts.ts'
import { personWords } from '#client/features/people/person-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { PersonPage } from '#client/features/people/person.page.tsx'
import { RecordsEntry } from '#client/features/records/records-entry.tsx'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { personDocument } from '#shared/lib/document-kinds.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { canInvite, type Access } from '#shared/protocol/names.ts'
import type { Replica } from '#client/replica/replica.ts'
import { PeoplePage } from '#client/features/people/people.page.tsx'
import type { Person } from '#shared/protocol/control.ts'

export function PeopleRoute(props: {
  readonly replica: Replica
  readonly environment: DeviceEnvironment
  readonly people: readonly Person[]
  readonly documents: readonly IndexEntry<DocumentSummary>[]
  readonly workspaceName: string
  /** Signed in at the relay. */
  readonly online: boolean
  /** Of whom the page is; null for all. */
  readonly member: string | null
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
}) {
  const { replica, environment } = props
  const [words, people] = [useWords(personWords), useWords(peopleWords)]
  const navigate = useNavigate()
  const back = (): void =>
    history.length > props.arrivedHere
      ? history.back()
      : navigate(replica.access() === 'guest' ? '/more' : '/people')
  const hours = createMemo(
    () =>
      new Map(
        props.documents.flatMap(({ name, summary }) =>
          summary.kind === 'person' ? [[name, summary] as const] : [],
        ),
      ),
  )
  /** A guest comes from their own places, and knows no page of people. */
  const wayBack = () => ({
    label: replica.access() === 'guest' ? people().back : words().people,
    onBack: back,
  })
  const standing = followStanding(replica)
  const acts = followActs(replica, () => props.people, environment.now)
  const nameOf = (member: string): string =>
    props.people.find((one) => one.member === member)?.name ?? ''
  const shown = () => props.people.find((one) => one.member === props.member)
  /** As told on the open line, so that a page follows what its reader is made. */
  const access = (): Access =>
    props.people.find((one) => one.member === replica.identity.member)?.access ?? replica.access()
  const mayChange = (member: string): boolean =>
    member === replica.identity.member || canInvite(access())
  return (
    <Show
      when={props.member !== null}
      fallback={
        <PeoplePage
          people={props.people.map(acts.shown)}
          me={replica.identity.member}
          access={access()}
          replica={replica}
          now={replica.rights.now}
          hoursOf={(member) => hours().get(personDocument(member)) ?? null}
          records={
            // Outside, nothing of it is told.
            <Show when={standing().isInside}>
              <RecordsEntry
                records={replica.records}
                scope={peopleScope(replica.identity.workspace.id)}
                me={replica.identity}
                nameOf={nameOf}
              />
            </Show>
          }
        />
      }
    >
      <Show
        when={shown()?.member}
        keyed
        fallback={
          <>
            <PageHead title={words().people} back={wayBack()} />
            <EmptyState
              title={words().noSuchPerson}
              help={words().noSuchPersonHelp}
              action={<Button href="/people">{words().toPeople}</Button>}
            />
          </>
        }
      >
        {(member) => (
          <Show when={shown()}>
            {(person) => (
              <PersonPage
                replica={replica}
                person={person()}
                people={props.people}
                acts={acts}
                workspaceName={props.workspaceName}
                nameOf={nameOf}
                hours={hours().get(personDocument(member)) ?? null}
                online={props.online}
                mayChange={mayChange(member)}
                now={environment.now}
                back={wayBack()}
              />
            )}
          </Show>
        )}
      </Show>
    </Show>
  )
}
