/**
 * Platforms, and for each of them the markets it sells in with the languages wanted there. Before a platform is chosen markets can
 * stand by themselves; choosing one takes those it sells in along.
 */
import { createMemo, createSignal, For, Show } from 'solid-js'
import type * as Y from 'yjs'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Target } from '#shared/domain/briefs/brief.ts'
import { isOffered } from '#shared/domain/briefs/quality/chosen.ts'
import { targetKey } from '#shared/domain/briefs/target-key.ts'
import { languages } from '#shared/domain/choices/languages.ts'
import { markets } from '#shared/domain/choices/markets.ts'
import { platformById, platforms } from '#shared/domain/choices/platforms.ts'
import { choosePlatform, letTargetsGo } from '#shared/documents/commands/brief-fields.ts'
import { setDetail } from '#shared/documents/commands/brief-details.ts'
import { sayTarget } from './form/say-value.ts'
import { formWords } from './form/words.ts'
import { followDetails } from './sections/follow-details.ts'
import { sectionWords } from './sections/words.ts'
import { MarketChoice } from './market-choice.tsx'
import { briefWords } from './words.ts'

export interface TargetsSectionProps {
  readonly doc: Y.Doc
  readonly targets: readonly Target[]
}

export function TargetsSection(props: TargetsSectionProps) {
  const [words, form, sections] = [
    useWords(briefWords),
    useWords(formWords),
    useWords(sectionWords),
  ]
  const details = followDetails(props)
  /** Chosen here, without a market yet. */
  const [begun, setBegun] = createSignal<readonly string[]>([])
  const chosen = createMemo(() => {
    const used = new Set([...begun(), ...props.targets.map(({ platform }) => platform)])
    return platforms.map(({ id }) => id).filter((id) => used.has(id))
  })
  const withoutPlatform = (): boolean =>
    chosen().length === 0 || props.targets.some(({ platform }) => platform === '-')
  const toggle = (id: string, on: boolean): void => {
    if (on) {
      setBegun([...begun(), id])
      choosePlatform(props.doc, id, isOffered)
    } else {
      setBegun(begun().filter((one) => one !== id))
      letTargetsGo(
        props.doc,
        props.targets.filter(({ platform }) => platform === id),
      )
    }
  }
  return (
    <Section title={words().targets} note={sections().platformsHelp}>
      <div data-part="targets">
        <Stack>
          <ChoiceChips
            label={sections().platforms}
            hideLabel
            choices={platforms.map((one) => ({ value: one.id, label: one[language()] }))}
            chosen={chosen()}
            onToggle={toggle}
          />
          <For each={chosen()}>
            {(id) => (
              <MarketChoice
                doc={props.doc}
                label={platformById(id)?.[language()] ?? id}
                platform={id}
                targets={props.targets.filter(({ platform }) => platform === id)}
                markets={markets.filter((market) => platformById(id)?.markets.includes(market.id))}
              />
            )}
          </For>
          <Show when={withoutPlatform()}>
            <MarketChoice
              doc={props.doc}
              label={chosen().length > 0 ? sections().noPlatform : words().marketsAlone}
              platform="-"
              targets={props.targets.filter(({ platform }) => platform === '-')}
              markets={markets}
            />
          </Show>
          <Show when={props.targets.length > 1 || details().leadTarget !== ''}>
            <Select<string>
              label={form().details.leadTarget}
              help={sections().leadHelp}
              value={details().leadTarget}
              placeholder={sections().none}
              options={[
                ...new Set([...props.targets.map(targetKey), details().leadTarget].filter(Boolean)),
              ].map((value) => ({ value, label: sayTarget(value) }))}
              onChange={(key) => void setDetail(props.doc, 'leadTarget', key)}
            />
          </Show>
          <Select<string>
            label={form().details.sourceLanguage}
            help={sections().sourceHelp}
            value={details().sourceLanguage}
            placeholder={sections().none}
            options={languages.map((one) => ({ value: one.id, label: one[language()] }))}
            onChange={(id) => void setDetail(props.doc, 'sourceLanguage', id)}
          />
        </Stack>
      </div>
    </Section>
  )
}
