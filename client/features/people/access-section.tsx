/** What somebody may do and what they are there for: set by whoever may, plain text for everybody else, the reason beside it. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { language } from '#client/i18n/language.ts'
import { later } from '#client/ui/later.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { offeredFunctions } from '#shared/domain/people/functions.ts'
import type { MemberFunction } from '#shared/lib/access.ts'
import { isLeading } from '#shared/protocol/audiences.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { MemberChange } from '#shared/records/acts.ts'
import { accessWords } from './access-words.ts'
import type { PeopleActs } from './follow-acts.ts'
import type { MayDo } from './may-do.ts'
import { functionNames } from './people-list.tsx'

const AccessDialog = later(async () => (await import('./access-dialog.tsx')).AccessDialog)

export interface AccessSectionProps {
  /** As they will be once what waits here is taken. */
  readonly person: Person
  readonly may: MayDo
  readonly acts: PeopleActs
  readonly isOwn: boolean
}

export function AccessSection(props: AccessSectionProps) {
  const words = useWords(accessWords)
  const [isChanging, setChanging] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const set = async (change: MemberChange): Promise<boolean> => {
    const made = await props.acts.set(props.person.member, change)
    setFailed(!made.ok)
    return made.ok
  }
  const toggle = (one: MemberFunction, on: boolean): void => {
    const { functions } = props.person
    void set({ functions: on ? [...functions, one] : functions.filter((other) => other !== one) })
  }
  const refused = () => {
    const refusal = props.acts.refusal(props.person.member)
    if (refusal === null) return null
    const said: Readonly<Record<string, string>> = words().refused
    return said[refusal] ?? words().refused.other
  }
  /** Said to themselves: nobody else could change it either way. */
  const staysOwner = (): boolean => props.may.isLastOwner && props.isOwn
  const help = (): string => {
    const { access, outside } = props.person
    const does = outside && access !== 'guest' ? words().mayDoOutside : words().mayDo[access]
    const isSaid = props.may.places.length > 0 || staysOwner()
    const by = isLeading(access) ? words().setByOwners : words().setByLeads
    return isSaid ? does : `${does} · ${by}`
  }
  return (
    <Section title={words().title}>
      <Stack>
        <Show when={failed()}>
          <Banner tone="bad">{words().notStored}</Banner>
        </Show>
        <Show when={refused()}>{(sentence) => <Banner tone="bad">{sentence()}</Banner>}</Show>
        <Show when={props.acts.isWaiting(props.person.member)}>
          <Banner tone="info">{words().waiting}</Banner>
        </Show>
        <FactList>
          <Fact
            label={words().access}
            value={words().levels[props.person.access]}
            help={help()}
            action={
              <Show when={props.may.places.length > 0}>
                <Button aria-haspopup="dialog" onClick={() => setChanging(true)}>
                  {words().change}
                </Button>
              </Show>
            }
          />
          <Show when={props.person.access !== 'guest'}>
            <Fact
              label={words().place}
              value={props.person.outside ? words().outside : words().inside}
              help={props.person.outside ? words().outsideHelp : words().insideHelp}
            />
            <Show when={!props.may.functions}>
              <Fact
                label={words().functions}
                value={functionNames(props.person.functions).join(' · ') || words().noFunctions}
              />
            </Show>
          </Show>
        </FactList>
        <Show when={staysOwner()}>
          <Text kind="small">{words().lastOwner}</Text>
        </Show>
        <Show when={props.may.functions && props.person.access !== 'guest'}>
          <ChoiceChips
            label={words().functions}
            help={words().functionsHelp}
            choices={offeredFunctions.map((one) => ({ value: one.id, label: one[language()] }))}
            chosen={props.person.functions}
            onToggle={toggle}
          />
        </Show>
      </Stack>
      <Show when={isChanging()}>
        <AccessDialog
          person={props.person}
          places={props.may.places}
          onChange={set}
          onClose={() => setChanging(false)}
        />
      </Show>
    </Section>
  )
}
