/** Markets and, for each chosen market, the languages wanted there. */
import { createMemo, For, Show } from 'solid-js'
import type * as Y from 'yjs'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Target } from '#shared/domain/briefs/brief.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import { marketById, markets } from '#shared/domain/choices/markets.ts'
import { toggleTarget } from '#shared/documents/commands/brief-fields.ts'
import { briefWords } from './words.ts'

export interface TargetsSectionProps {
  readonly doc: Y.Doc
  readonly targets: readonly Target[]
  readonly readOnly: boolean
}

export function TargetsSection(props: TargetsSectionProps) {
  const words = useWords(briefWords)
  const chosenMarkets = createMemo(() => [...new Set(props.targets.map((target) => target.market))])
  const toggle = (market: string, locale: string, on: boolean): void =>
    void toggleTarget(props.doc, { platform: '-', market, locale }, on)
  const toggleMarket = (id: string, on: boolean): void => {
    const first = marketById(id)?.locales[0]
    if (on && first !== undefined) return toggle(id, first, true)
    for (const target of props.targets) if (target.market === id) toggle(id, target.locale, false)
  }
  return (
    <Section title={words().targets} note={words().targetsHelp}>
      <div data-part="targets">
        <Stack>
          <ChoiceChips
            label={words().targets}
            hideLabel
            choices={markets.map((market) => ({ value: market.id, label: market[language()] }))}
            chosen={chosenMarkets()}
            onToggle={toggleMarket}
            disabled={props.readOnly}
          />
          <For each={chosenMarkets()}>
            {(id) => (
              <Show when={marketById(id)}>
                {(market) => (
                  <ChoiceChips
                    label={market()[language()]}
                    choices={market().locales.map((locale) => ({
                      value: locale,
                      label: localeName(locale),
                      detail: locale,
                    }))}
                    chosen={props.targets
                      .filter((target) => target.market === id)
                      .map((target) => target.locale)}
                    onToggle={(locale, on) => toggle(id, locale, on)}
                    disabled={props.readOnly}
                  />
                )}
              </Show>
            )}
          </For>
        </Stack>
      </div>
    </Section>
  )
}

const localeName = (locale: string): string => languageOf(locale)?.[language()] ?? locale
