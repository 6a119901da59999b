/** What the company works on (适用范围). What is chosen stands ready; everything else is one tap away. */
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { UnfoldButton } from '#client/ui/unfold-button.tsx'
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
  /** Where nothing is chosen the button makes way for another in its place, which takes its focus. */
  const fold = (group: ScopeGroup, button: HTMLElement): void => {
    const choices = button.closest('[role="group"]')
    flip(group)
    queueMicrotask(() => {
      if (!button.isConnected) choices?.querySelector('button')?.focus()
    })
  }
  return (
    <Section title={words().scope} note={words().scopeHelp}>
      <Stack>
        <For each={scopeGroups}>
          {(group) => {
            const chosen = () => props.workspace.scope[group]
            const shown = () =>
              choices[group].filter(({ id }) => open().includes(group) || chosen().includes(id))
            const said = (): string => (open().includes(group) ? words().fewer : words().more)
            const isAny = (): boolean => chosen().length === 0 && !open().includes(group)
            return (
              <ChoiceChips
                label={words().groups[group]}
                choices={shown().map((choice) => ({ value: choice.id, label: choice[language()] }))}
                chosen={chosen()}
                disabled={props.readOnly}
                onToggle={(id, on) => setInScope(props.doc, group, id, on)}
              >
                <Switch
                  fallback={
                    <Button
                      kind="quiet"
                      aria-expanded={open().includes(group)}
                      aria-label={`${words().groups[group]} · ${said()}`}
                      onClick={(event) => fold(group, event.currentTarget)}
                    >
                      {said()}
                    </Button>
                  }
                >
                  <Match when={props.readOnly}>
                    <Show when={isAny()}>
                      <Text>{words().any}</Text>
                    </Show>
                  </Match>
                  <Match when={isAny()}>
                    <UnfoldButton
                      label={words().groups[group]}
                      value={words().any}
                      onUnfold={() => flip(group)}
                    />
                  </Match>
                </Switch>
              </ChoiceChips>
            )
          }}
        </For>
      </Stack>
    </Section>
  )
}
