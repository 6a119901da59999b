/** The markets of one platform and, for each chosen one, its languages. The usual markets stand ready, the others one tap away. */
import { createMemo, createSignal, For, Show } from 'solid-js'
import type * as Y from 'yjs'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips, type Choice } from '#client/ui/choice-chips.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { Target } from '#shared/domain/briefs/brief.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import { marketById, type Market } from '#shared/domain/choices/markets.ts'
import { letTargetsGo, toggleTarget } from '#shared/documents/commands/brief-fields.ts'
import { limits } from '#shared/protocol/limits.ts'
import { groupOf, marketGroups, usualMarkets } from './market-groups.ts'
import { briefWords } from './words.ts'

export interface MarketChoiceProps {
  readonly doc: Y.Doc
  readonly label: string
  /** `-`: none yet. */
  readonly platform: string
  /** Of this platform alone. */
  readonly targets: readonly Target[]
  /** Where it sells. */
  readonly markets: readonly Market[]
}

export function MarketChoice(props: MarketChoiceProps) {
  const words = useWords(briefWords)
  const [open, setOpen] = createSignal(false)
  const chosen = createMemo(() => [...new Set(props.targets.map((target) => target.market))])
  const isFew = (): boolean => props.markets.length <= 12
  const isUsual = ({ id }: Market): boolean => isFew() || usualMarkets.includes(id)
  const isChosen = ({ id }: Market): boolean => chosen().includes(id)
  // The usual ones keep their places; a chosen other one stands after them.
  const ready = createMemo(() => [
    ...props.markets.filter(isUsual),
    ...props.markets.filter((one) => !isUsual(one) && isChosen(one)),
  ])
  const others = createMemo(() => props.markets.filter((market) => !isUsual(market)))
  const toggle = (market: string, locale: string, on: boolean): void => {
    const toggled = toggleTarget(props.doc, { platform: props.platform, market, locale }, on)
    if (!toggled.ok) showToast(words().tooMany(limits.targetsPerBrief), { tone: 'warn' })
  }
  const toggleMarket = (id: string, on: boolean): void => {
    const first = marketById(id)?.locales[0]
    if (on && first !== undefined) return toggle(id, first, true)
    letTargetsGo(
      props.doc,
      props.targets.filter(({ market }) => market === id),
    )
  }
  return (
    <Stack>
      <ChoiceChips
        label={props.label}
        inline="column"
        choices={choicesOf(open() ? props.markets.filter(isUsual) : ready())}
        chosen={chosen()}
        onToggle={toggleMarket}
      >
        <Show when={others().length > 0}>
          <Button kind="quiet" aria-expanded={open()} onClick={() => setOpen(!open())}>
            {open() ? words().fewerMarkets : words().moreMarkets}
          </Button>
        </Show>
      </ChoiceChips>
      <Show when={open()}>
        <For each={marketGroups}>
          {(group) => (
            <Show when={others().some(({ id }) => groupOf(id) === group)}>
              <ChoiceChips
                label={words().marketGroups[group]}
                inline="column"
                choices={choicesOf(others().filter(({ id }) => groupOf(id) === group))}
                chosen={chosen()}
                onToggle={toggleMarket}
              />
            </Show>
          )}
        </For>
      </Show>
      <Show when={chosen().length > 0}>
        <Row wrap gap="related">
          <For each={chosen()}>
            {(id) => (
              <Show when={marketById(id)}>
                {(market) => (
                  <ChoiceChips
                    label={market()[language()]}
                    inline="flow"
                    choices={market().locales.map((locale) => ({
                      value: locale,
                      label: localeName(locale),
                      detail: locale,
                    }))}
                    chosen={props.targets
                      .filter((target) => target.market === id)
                      .map((target) => target.locale)}
                    onToggle={(locale, on) => toggle(id, locale, on)}
                  />
                )}
              </Show>
            )}
          </For>
        </Row>
      </Show>
    </Stack>
  )
}

const choicesOf = (of: readonly Market[]): Choice<string>[] =>
  of.map((market) => ({ value: market.id, label: market[language()] }))

const localeName = (locale: string): string => languageOf(locale)?.[language()] ?? locale
