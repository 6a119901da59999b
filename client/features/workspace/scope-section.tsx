/** What the company works on (适用范围). What is chosen stands ready; everything else is found by typing. */
import { For, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Combobox } from '#client/ui/combobox.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { setInScope } from '#shared/documents/commands/workspace-settings.ts'
import { categories } from '#shared/domain/choices/categories.ts'
import { languages } from '#shared/domain/choices/languages.ts'
import { markets } from '#shared/domain/choices/markets.ts'
import { platforms } from '#shared/domain/choices/platforms.ts'
import { scopeGroups, type ScopeGroup } from '#shared/domain/workspace/workspace.ts'
import type { SectionProps } from './section-props.ts'
import { workspaceWords } from './words.ts'

const choices = { platforms, markets, categories, languages } as const

export function ScopeSection(props: SectionProps) {
  const words = useWords(workspaceWords)
  return (
    <Section title={words().scope} note={words().scopeHelp}>
      <Stack gap="apart">
        <For each={scopeGroups}>{(group) => <Group {...props} group={group} />}</For>
      </Stack>
    </Section>
  )
}

function Group(props: SectionProps & { readonly group: ScopeGroup }) {
  const words = useWords(workspaceWords)
  let place: HTMLDivElement | undefined
  const chosen = () => props.workspace.scope[props.group]
  const of = (isChosen: boolean) =>
    choices[props.group]
      .filter(({ id }) => chosen().includes(id) === isChosen)
      .map((choice) => ({ value: choice.id, label: choice[language()] }))
  const set = (id: string, on: boolean): void => {
    setInScope(props.doc, props.group, id, on)
    // What was taken out is gone with its focus.
    queueMicrotask(() => {
      if (document.activeElement === document.body) place?.querySelector('input')?.focus()
    })
  }
  return (
    <div ref={(element) => (place = element)}>
      <ChoiceChips
        label={words().groups[props.group]}
        choices={of(true)}
        chosen={chosen()}
        disabled={props.readOnly}
        onToggle={set}
      >
        <Show
          when={!props.readOnly}
          fallback={
            <Show when={chosen().length === 0}>
              <Text>{words().any}</Text>
            </Show>
          }
        >
          <Show when={of(false).length > 0}>
            <Combobox
              label={`${words().groups[props.group]} · ${words().add}`}
              hideLabel
              value=""
              placeholder={chosen().length === 0 ? words().any : words().add}
              options={of(false)}
              onChange={(id) => id !== '' && set(id, true)}
            />
          </Show>
        </Show>
      </ChoiceChips>
    </div>
  )
}
