/** Markets and their languages for whoever only reads: each market once, with what is wanted there. */
import { For, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Target } from '#shared/domain/briefs/brief.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { targetsReadWords } from './targets-read-words.ts'

export function TargetsRead(props: { readonly targets: readonly Target[] }) {
  const words = useWords(targetsReadWords)
  const chosen = (): readonly string[] => [...new Set(props.targets.map(({ market }) => market))]
  const languagesIn = (market: string): string =>
    [...new Set(props.targets.filter((one) => one.market === market).map(({ locale }) => locale))]
      .map((locale) => languageOf(locale)?.[language()] ?? locale)
      .join(' · ')
  return (
    <Show when={chosen().length > 0} fallback={<Text kind="quiet">{words().none}</Text>}>
      <FactList>
        <For each={chosen()}>
          {(market) => (
            <Fact label={marketById(market)?.[language()] ?? market} value={languagesIn(market)} />
          )}
        </For>
      </FactList>
    </Show>
  )
}
