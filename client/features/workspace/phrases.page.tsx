/** The team's phrase book: what each kind of message says, language by language. Read by everybody, written by leads. */
import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import type * as Y from 'yjs'
import { language as shown } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { follow } from '#client/live/follow.ts'
import { useDocument } from '#client/live/use-document.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Button } from '#client/ui/button.tsx'
import { LinesField } from '#client/ui/lines-field.tsx'
import { Page } from '#client/ui/page.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Row } from '#client/ui/row.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { setPhrase } from '#shared/documents/commands/phrases.ts'
import { readPhrases } from '#shared/documents/readers/read-phrases.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { languages, type Language } from '#shared/domain/choices/languages.ts'
import {
  languagesOf,
  phraseKey,
  unknownPlaces,
  wordingOf,
  type OwnPhrases,
} from '#shared/domain/messages/phrases.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { phraseIds, type PhraseId } from '#shared/lib/message-phrases.ts'
import { phraseWords } from './phrase-words.ts'
import { sayLongPhrase } from './say-phrase.ts'

export interface PhrasesPageProps {
  readonly replica: Replica
  /** The workspace's document. */
  readonly name: DocName
  readonly mayChange: boolean
  readonly onBack: () => void
}

export function PhrasesPage(props: PhrasesPageProps) {
  const words = useWords(phraseWords)
  const live = useDocument(props.replica, props.name)
  createEffect(() => {
    document.title = words().title
  })
  return (
    <>
      <PageHead
        title={words().title}
        back={{ label: words().back, onBack: () => props.onBack() }}
      />
      <Page>
        <Stack gap="apart">
          <Stack>
            <Text kind="quiet">{props.mayChange ? words().help : words().readOnly}</Text>
            <Text kind="small">{words().places}</Text>
          </Stack>
          <Show when={live.doc()} keyed>
            {(doc) => <Phrases doc={doc} readOnly={!props.mayChange} />}
          </Show>
        </Stack>
      </Page>
    </>
  )
}

function Phrases(props: { readonly doc: Y.Doc; readonly readOnly: boolean }) {
  const words = useWords(phraseWords)
  const own = follow(
    () => props.doc,
    (doc) => [rootMap(doc, 'phrases')],
    readPhrases,
  )
  const [language, setLanguage] = createSignal<string>(shown())
  const there = createMemo(() => [
    ...new Set([...phraseIds.flatMap((id) => languagesOf(own(), id)), language()]),
  ])
  const missing = () => languages.filter(({ id }) => !there().includes(id))
  const named = (id: string) => {
    const found = languages.find((one) => one.id === id)
    return { value: id, label: labelOf(found, id) }
  }
  return (
    <Stack gap="apart">
      <Row wrap align="end">
        <Select
          label={words().language}
          value={language()}
          options={there().map(named)}
          onChange={setLanguage}
        />
        <Show when={!props.readOnly && missing().length > 0}>
          <Select
            label={words().addLanguage}
            value=""
            placeholder={words().pickLanguage}
            options={missing().map(({ id }) => named(id))}
            onChange={setLanguage}
          />
        </Show>
      </Row>
      {/* Each language has fields of its own: what is typed in one never goes into another. */}
      <For each={[language()]}>
        {(of) => (
          <Stack gap="apart">
            <For each={phraseIds}>
              {(phrase) => <Phrase {...props} own={own()} phrase={phrase} language={of} />}
            </For>
          </Stack>
        )}
      </For>
    </Stack>
  )
}

/** In the language itself, and in the reader's where that is another. */
function labelOf(found: Language | undefined, id: string): string {
  if (found === undefined) return id
  const here = found[shown()]
  return here.startsWith(found.native) ? found.native : `${found.native} · ${here}`
}

function Phrase(props: {
  readonly doc: Y.Doc
  readonly readOnly: boolean
  readonly own: OwnPhrases
  readonly phrase: PhraseId
  readonly language: string
}) {
  const words = useWords(phraseWords)
  const [typed, setTyped] = createSignal<string | null>(null)
  const kept = (): string => wordingOf(props.own, props.phrase, props.language) ?? ''
  const wording = (): string => typed() ?? kept()
  const unknown = () => unknownPlaces(wording())
  const isOwn = (): boolean => props.own.has(phraseKey(props.phrase, props.language))
  const write = (text: string): void => {
    setTyped(text)
    // Too long is said and not written: what was kept before stands.
    if (sayLongPhrase(text) === null) setPhrase(props.doc, props.phrase, props.language, text)
  }
  const asShipped = (): void => {
    setTyped(null)
    setPhrase(props.doc, props.phrase, props.language, null)
  }
  return (
    <Stack gap="near">
      <LinesField
        label={words().kinds[props.phrase]}
        help={unknown().length > 0 ? words().unknown(unknown().join(words().between)) : undefined}
        error={sayLongPhrase(wording()) ?? undefined}
        value={wording()}
        maxLength={Number.MAX_SAFE_INTEGER}
        readOnly={props.readOnly}
        onInput={write}
        onBlur={() => sayLongPhrase(wording()) === null && setTyped(null)}
      />
      <Show when={!props.readOnly && isOwn()}>
        <Row>
          <Button kind="quiet" onClick={asShipped}>
            {words().asShipped}
          </Button>
        </Row>
      </Show>
    </Stack>
  )
}
