/** The words each market searches by, in each of its languages that are made. */
import { For } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { LinesField } from '#client/ui/lines-field.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import type { Keywords } from '#shared/domain/briefs/brief.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { setKeywords } from '#shared/documents/commands/brief-details.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export function KeywordsSection(props: {
  readonly section: SectionOf
  /** `<market>.<locale>` of every target, each once. */
  readonly places: readonly string[]
  readonly keywords: readonly Keywords[]
}) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  return (
    <Section
      title={form().parts.keywords}
      note={props.section.readOnly ? undefined : words().help.keywords}
    >
      <div data-part="keywords">
        <Stack gap="apart">
          <For each={props.places}>
            {(place) => {
              const [market = '', locale = ''] = place.split('.')
              const of = () =>
                props.keywords.find((one) => one.market === market && one.locale === locale)
              const name = (): string =>
                `${marketById(market)?.[language()] ?? market} · ${languageOf(locale)?.[language()] ?? locale}`
              const field = `keywords/${place}`
              const { presence } = props.section
              return (
                <Stack gap="near">
                  <LinesField
                    label={words().termsLabel(name())}
                    value={of()?.terms.join('\n') ?? ''}
                    readOnly={props.section.readOnly}
                    maxLength={limits.passageCharacters}
                    presence={presence.mark(field)}
                    onFocus={() => presence.enter(field)}
                    onBlur={() => presence.leave(field)}
                    onInput={(terms) =>
                      void setKeywords(props.section.doc, { market, locale }, { terms })
                    }
                  />
                  <TextField
                    label={words().sourceLabel(name())}
                    value={of()?.source ?? ''}
                    placeholder={words().placeholder.source}
                    readOnly={props.section.readOnly}
                    maxLength={limits.cellCharacters}
                    presence={presence.mark(`${field}/source`)}
                    onFocus={() => presence.enter(`${field}/source`)}
                    onBlur={() => presence.leave(`${field}/source`)}
                    onInput={(source) =>
                      void setKeywords(props.section.doc, { market, locale }, { source })
                    }
                  />
                </Stack>
              )
            }}
          </For>
        </Stack>
      </div>
    </Section>
  )
}
