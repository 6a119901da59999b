/** People as a table on desks and as a list on phones: who they are, what for, from where, what time it is there, what they may. */
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { For, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { createNarrow } from '#client/ui/create-narrow.ts'
import { ListRow } from '#client/ui/list-row.tsx'
import { Row } from '#client/ui/row.tsx'
import { Table } from '#client/ui/table.tsx'
import { functionById } from '#shared/domain/people/functions.ts'
import type { WorkingHours } from '#shared/domain/people/profile.ts'
import type { MemberFunction } from '#shared/lib/access.ts'
import type { Person } from '#shared/protocol/control.ts'
import { accessWords } from './access-words.ts'
import { TheirTime } from './their-time.tsx'
import { peopleWords } from './words.ts'

export interface PeopleListProps {
  readonly label: string
  readonly people: readonly Person[]
  readonly me: string
  /** Guests have neither functions nor hours. */
  readonly guests?: boolean | undefined
  readonly now: () => number
  /** Null where the reader may not know: whoever is outside reads their own profile alone. */
  readonly hoursOf: ((member: string) => WorkingHours | null) | null
  /** Whether there is a page of theirs that this reader may see. */
  readonly mayOpen: (member: string) => boolean
}

export const functionNames = (functions: readonly MemberFunction[]): readonly string[] =>
  functions.map((id) => functionById(id)?.[language()] ?? id)

export function PeopleList(props: PeopleListProps) {
  const [words, access] = [useWords(peopleWords), useWords(accessWords)]
  const isNarrow = createNarrow()
  const nameOf = ({ member, name }: Person): string =>
    member === props.me ? `${isolate(name)} · ${words().you}` : name
  const placeOf = ({ outside }: Person): string => (outside ? access().outside : access().inside)
  const pageOf = ({ member }: Person): string | null =>
    props.mayOpen(member) ? `/people/${member}` : null
  /** A column that would say the same of everybody says nothing. */
  const hasHours = (): boolean =>
    props.people.some(({ member }) => (props.hoursOf?.(member) ?? null) !== null)
  const hasFunctions = (): boolean => props.people.some(({ functions }) => functions.length > 0)
  const functionsOf = ({ functions }: Person): string => functionNames(functions).join(' · ')
  return (
    <Show
      when={!isNarrow()}
      fallback={
        <For each={props.people.map(({ member }) => member)}>
          {(member) => {
            const person = () => props.people.find((one) => one.member === member)
            return (
              <Show when={person()}>
                {(one) => (
                  <ListRow
                    href={pageOf(one())}
                    lead={<Avatar id={member} name={one().name} />}
                    title={nameOf(one())}
                    pill={
                      <>
                        <Show when={props.guests ? null : props.hoursOf?.(member)}>
                          {(hours) => <TheirTime hours={hours()} now={props.now} />}
                        </Show>
                        <Show when={pageOf(one())}>
                          <ChevronRight size={16} aria-hidden="true" />
                        </Show>
                      </>
                    }
                    notes={
                      props.guests
                        ? [access().levels.guest]
                        : [functionsOf(one()), placeOf(one())].filter((note) => note !== '')
                    }
                    end={props.guests ? undefined : access().levels[one().access]}
                  />
                )}
              </Show>
            )
          }}
        </For>
      }
    >
      <Table
        label={props.label}
        rows={props.people}
        rowId={(person) => person.member}
        columns={[
          {
            id: 'name',
            head: words().name,
            width: 168,
            cell: (person) => (
              <Row>
                <Avatar id={person().member} name={person().name} />
                <Show when={pageOf(person())} fallback={nameOf(person())}>
                  {(page) => <a href={page()}>{nameOf(person())}</a>}
                </Show>
              </Row>
            ),
          },
          ...(props.guests || !hasFunctions()
            ? []
            : [
                {
                  id: 'functions',
                  head: access().functions,
                  width: 160,
                  cell: (person: () => Person) => functionsOf(person()),
                },
              ]),
          ...(props.guests
            ? []
            : [
                {
                  id: 'place',
                  head: access().place,
                  width: 96,
                  cell: (person: () => Person) => placeOf(person()),
                },
              ]),
          ...(props.guests || !hasHours()
            ? []
            : [
                {
                  id: 'time',
                  head: words().theirTime,
                  width: 168,
                  cell: (person: () => Person) => (
                    <TheirTime hours={props.hoursOf?.(person().member) ?? null} now={props.now} />
                  ),
                },
              ]),
          {
            id: 'access',
            head: access().access,
            width: 96,
            cell: (person) => access().levels[person().access],
          },
        ]}
      />
    </Show>
  )
}
