/** Outsourced people a brief is shared with: what each may do and until when, to change, to end, to add one. */
import { createSignal, For, Show } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Combobox } from '#client/ui/combobox.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { SharedGrant } from '#shared/records/sharing.ts'
import { GrantLine } from './grant-line.tsx'
import { RightSelect } from './right-select.tsx'
import type { SharingCalls } from './sharing-calls.ts'
import { sharingWords } from './words.ts'

export function GrantsSection(props: {
  readonly grants: readonly SharedGrant[]
  readonly people: readonly Person[]
  readonly calls: SharingCalls
  readonly attempt: (act: Promise<boolean>) => Promise<void>
}) {
  const words = useWords(sharingWords)
  const outside = (): readonly Person[] =>
    props.people.filter((one) => one.outside && !one.removed && one.access !== 'guest')
  const shown = (): readonly Person[] => {
    const granted = new Set(props.grants.map(({ member }) => member))
    return outside().filter(({ member }) => granted.has(member))
  }
  const grantOf = (member: MemberId) => props.grants.find((one) => one.member === member)
  const ids = (): readonly MemberId[] => shown().map(({ member }) => member)
  const nameOf = (member: MemberId): string =>
    outside().find((one) => one.member === member)?.name ?? words().removedPerson
  const others = (): readonly Person[] => outside().filter(({ member }) => !grantOf(member))
  return (
    <Section title={words().outsourced}>
      <Stack gap="apart">
        <Show
          when={outside().length > 0}
          fallback={
            <Row spread align="center">
              <Text kind="quiet">{words().nobodyOutside}</Text>
              <Button href="/people">{words().toPeople}</Button>
            </Row>
          }
        >
          <Show when={ids().length === 0}>
            <Text kind="quiet">{words().notShared}</Text>
          </Show>
        </Show>
        <For each={ids()}>
          {(member) => (
            <Show when={grantOf(member)}>
              {(grant) => (
                <Show
                  when={props.calls.mayGrant()}
                  fallback={
                    <Text>
                      {[
                        nameOf(member),
                        words().rights[grant().right],
                        grant().expiresAt === null
                          ? words().noEnd
                          : words().linkUntil(formatDate(grant().expiresAt ?? 0, 'short')),
                      ].join(' · ')}
                    </Text>
                  }
                >
                  <GrantLine
                    name={nameOf(member)}
                    grant={grant()}
                    now={props.calls.now}
                    onChange={(right, until) =>
                      void props.attempt(props.calls.give(member, right, until))
                    }
                    onEnd={() => void props.attempt(props.calls.end(member))}
                  />
                </Show>
              )}
            </Show>
          )}
        </For>
        <Show when={props.calls.mayGrant() && others().length > 0}>
          <AddOne others={others()} calls={props.calls} attempt={props.attempt} />
        </Show>
      </Stack>
    </Section>
  )
}

function AddOne(props: {
  readonly others: readonly Person[]
  readonly calls: SharingCalls
  readonly attempt: (act: Promise<boolean>) => Promise<void>
}) {
  const words = useWords(sharingWords)
  const [member, setMember] = createSignal('')
  const [right, setRight] = createSignal<SharedGrant['right']>('comment')
  const add = (): void => {
    const found = props.others.find((one) => one.member === member())
    if (found === undefined) return
    setMember('')
    void props.attempt(props.calls.give(found.member, right(), null))
  }
  return (
    <Stack gap="related">
      <Row fill gap="related" align="end">
        <Combobox
          label={words().add}
          value={member()}
          placeholder={words().addPlaceholder}
          options={props.others.map((one) => ({ value: one.member, label: one.name }))}
          onChange={setMember}
        />
        <RightSelect label={words().right} value={right()} onChange={setRight} />
      </Row>
      <Row>
        <Button kind="primary" disabled={member() === ''} onClick={add}>
          {words().addOne}
        </Button>
      </Row>
    </Stack>
  )
}
