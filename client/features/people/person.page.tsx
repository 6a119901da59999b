/** One person: what time it is for them, when they work, which languages they speak and who tested it. */
import { createEffect, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { useDocument } from '#client/live/use-document.ts'
import { follow } from '#client/live/follow.ts'
import type { Replica } from '#client/replica/replica.ts'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Text } from '#client/ui/text.tsx'
import { readPerson } from '#shared/documents/readers/read-person.ts'
import { rootMap } from '#shared/documents/roots.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { HoursSection } from './hours-section.tsx'
import { LanguagesSection } from './languages-section.tsx'
import { personWords } from './person-words.ts'
import { TheirTime } from './their-time.tsx'

export interface PersonPageProps {
  readonly replica: Replica
  /** Their document. */
  readonly name: DocName
  readonly person: Person
  readonly nameOf: (member: string) => string
  readonly mayChange: boolean
  readonly now: () => number
  readonly back: { readonly label: string; readonly onBack: () => void }
}

export function PersonPage(props: PersonPageProps) {
  const live = useDocument(props.replica, props.name)
  createEffect(() => {
    document.title = props.person.name
  })
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
    (doc) => [rootMap(doc, 'fields'), rootMap(doc, 'languages')],
    readPerson,
  )
  return (
    <>
      <PageHead
        title={props.person.name}
        marks={<TheirTime hours={profile()} now={props.now} />}
        back={props.back}
      />
      <Page>
        <Show when={!props.mayChange}>
          <Text kind="quiet">{words().onlyTheirs}</Text>
        </Show>
        <HoursSection doc={props.doc} profile={profile()} readOnly={!props.mayChange} />
        <LanguagesSection
          doc={props.doc}
          profile={profile()}
          readOnly={!props.mayChange}
          me={props.replica.identity.member}
          nameOf={props.nameOf}
          now={props.now}
        />
      </Page>
    </>
  )
}
