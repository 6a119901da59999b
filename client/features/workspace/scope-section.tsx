/** What the company works on (适用范围). What is chosen stands ready; everything else is one tap away. */
import { createSignal, For } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
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
  const [open, setOpen] = createSignal<readonly ScopeGroup[]>([])
  const flip = (group: ScopeGroup): void =>
    void setOpen(
      open().includes(group) ? open().filter((one) => one !== group) : [...open(), group],
    )
  return (
    <Section title={words().scope} note={words().scopeHelp}>
      <Stack>
        <For each={scopeGroups}>
          {(group) => {
            const chosen = () => props.workspace.scope[group]
            const shown = () =>
              choices[group].filter(({ id }) => open().includes(group) || chosen().includes(id))
            const said = (): string => {
              if (open().includes(group)) return words().fewer
              return chosen().length === 0 ? words().all : words().more
            }
            return (
              <ChoiceChips
                label={words().groups[group]}
                choices={shown().map((choice) => ({ value: choice.id, label: choice[language()] }))}
                chosen={chosen()}
                disabled={props.readOnly}
                onToggle={(id, on) => setInScope(props.doc, group, id, on)}
              >
                {props.readOnly ? null : (
                  <Button
                    kind="quiet"
                    aria-expanded={open().includes(group)}
                    aria-label={`${words().groups[group]} · ${said()}`}
                    onClick={() => flip(group)}
                  >
                    {said()}
                  </Button>
                )}
              </ChoiceChips>
            )
          }}
        </For>
      </Stack>
    </Section>
  )
}
