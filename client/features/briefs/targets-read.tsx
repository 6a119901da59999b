/** Platforms, markets and their languages for whoever only reads: each place once, with what is wanted there. */
import { For, Show } from 'solid-js'
import type * as Y from 'yjs'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Target } from '#shared/domain/briefs/brief.ts'
import { languageById, languageOf } from '#shared/domain/choices/languages.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platformById } from '#shared/domain/choices/platforms.ts'
import { sayTarget } from './form/say-value.ts'
import { formWords } from './form/words.ts'
import { followDetails } from './sections/follow-details.ts'
import { targetsReadWords } from './targets-read-words.ts'

export function TargetsRead(props: { readonly doc: Y.Doc; readonly targets: readonly Target[] }) {
  const words = useWords(targetsReadWords)
  const form = useWords(formWords)
  const details = followDetails(props)
  /** Platform and market, each pair once. */
  const chosen = (): readonly string[] => [...new Set(props.targets.map(placeOf))]
  const languagesIn = (place: string): string =>
    [...new Set(props.targets.filter((one) => placeOf(one) === place).map(({ locale }) => locale))]
      .map((locale) => languageOf(locale)?.[language()] ?? locale)
      .join(' · ')
  return (
    <Show when={chosen().length > 0} fallback={<Text kind="quiet">{words().none}</Text>}>
      <FactList>
        <For each={chosen()}>
          {(place) => <Fact label={nameOf(place)} value={languagesIn(place)} />}
        </For>
        <Show when={details().leadTarget}>
          {(lead) => <Fact label={form().details.leadTarget} value={sayTarget(lead())} />}
        </Show>
        <Show when={details().sourceLanguage}>
          {(id) => (
            <Fact
              label={form().details.sourceLanguage}
              value={languageById(id())?.[language()] ?? id()}
            />
          )}
        </Show>
      </FactList>
    </Show>
  )
}

const placeOf = ({ platform, market }: Target): string => `${platform}/${market}`

function nameOf(place: string): string {
  const [platform = '', market = ''] = place.split('/')
  const name = marketById(market)?.[language()] ?? market
  return platform === '-' ? name : `${platformById(platform)?.[language()] ?? platform} · ${name}`
}
