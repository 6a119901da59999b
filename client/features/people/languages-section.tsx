/** The languages a person speaks, how well, and who found that out when. */
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import type * as Y from 'yjs'
import { formatDate } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Checkbox } from '#client/ui/checkbox.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Table } from '#client/ui/table.tsx'
import { Text } from '#client/ui/text.tsx'
import { languageById, languages } from '#shared/domain/choices/languages.ts'
import { languageLevels, type Profile, type SpokenLanguage } from '#shared/domain/people/profile.ts'
import { noteLanguageTest, setLanguage } from '#shared/documents/commands/person-profile.ts'
import { personWords } from './person-words.ts'

export interface LanguagesSectionProps {
  readonly doc: Y.Doc
  readonly profile: Profile
  readonly readOnly: boolean
  /** Whoever notes a test. */
  readonly me: string
  readonly nameOf: (member: string) => string
  readonly now: () => number
}

/** Somebody who adds a language works in it until they say otherwise. */
const usualLevel = 3

export function LanguagesSection(props: LanguagesSectionProps) {
  const words = useWords(personWords)
  const nameOf = (id: string): string => languageById(id)?.[language()] ?? id
  const spoken = (): readonly SpokenLanguage[] => props.profile.languages
  const today = (): string => new Date(props.now()).toISOString().slice(0, 10)
  const levels = () =>
    languageLevels.map((level) => ({ value: String(level), label: words().levels[level] }))
  const levelOf = (value: string) => languageLevels.find((level) => String(level) === value)
  return (
    <Section title={words().languages}>
      <Stack>
        <Show when={spoken().length > 0} fallback={<Text kind="quiet">{words().noLanguages}</Text>}>
          <Table
            label={words().languages}
            rows={spoken()}
            rowId={(one) => one.id}
            columns={[
              {
                id: 'language',
                head: words().languages,
                width: 112,
                cell: (one) => nameOf(one().id),
              },
              {
                id: 'level',
                head: words().level,
                width: 144,
                cell: (one) => (
                  <Show when={!props.readOnly} fallback={words().levels[one().level]}>
                    <Select
                      label={`${words().level} · ${nameOf(one().id)}`}
                      hideLabel
                      value={String(one().level)}
                      options={levels()}
                      onChange={(value) =>
                        void setLanguage(props.doc, one().id, levelOf(value) ?? null, one().native)
                      }
                    />
                  </Show>
                ),
              },
              {
                id: 'native',
                head: words().native,
                width: 96,
                cell: (one) => (
                  <Show when={!props.readOnly} fallback={one().native ? words().native : ''}>
                    <Checkbox
                      label={`${words().native} · ${nameOf(one().id)}`}
                      hideLabel
                      checked={one().native}
                      onChange={(on) => void setLanguage(props.doc, one().id, one().level, on)}
                    />
                  </Show>
                ),
              },
              {
                id: 'tested',
                head: words().test,
                width: 200,
                cell: (one) => (
                  <Row>
                    <Text kind="small">{testedIn(one(), words(), props.nameOf)}</Text>
                    <Show when={!props.readOnly}>
                      <Button
                        kind="quiet"
                        aria-label={`${words().noteTest} · ${nameOf(one().id)}`}
                        onClick={() =>
                          void noteLanguageTest(props.doc, one().id, one().level, props.me, today())
                        }
                      >
                        {words().noteTest}
                      </Button>
                    </Show>
                  </Row>
                ),
              },
              ...(props.readOnly
                ? []
                : [
                    {
                      id: 'remove',
                      head: words().remove(''),
                      hideHead: true,
                      width: 48,
                      cell: (one: () => SpokenLanguage) => (
                        <IconButton
                          label={words().remove(nameOf(one().id))}
                          onClick={() => void setLanguage(props.doc, one().id, null)}
                        >
                          <X size={16} aria-hidden="true" />
                        </IconButton>
                      ),
                    },
                  ]),
            ]}
          />
        </Show>
        {/* Anew with each language, so that nothing stands chosen. */}
        <Show when={props.readOnly ? null : String(spoken().length)} keyed>
          <Select
            label={words().addLanguage}
            value=""
            placeholder={words().pickLanguage}
            options={languages
              .filter(({ id }) => !spoken().some((one) => one.id === id))
              .map(({ id }) => ({ value: id, label: nameOf(id) }))}
            onChange={(id) => void setLanguage(props.doc, id, usualLevel)}
          />
        </Show>
      </Stack>
    </Section>
  )
}

const testedIn = (
  { testedBy, testedOn }: SpokenLanguage,
  words: { readonly untested: string; tested(by: string, day: string): string },
  nameOf: (member: string) => string,
): string =>
  testedBy === null || testedOn === null
    ? words.untested
    : words.tested(nameOf(testedBy), formatDate(testedOn))
