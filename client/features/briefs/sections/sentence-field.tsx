/** A text of one or two sentences: both versions while two people wrote apart, and its vague words below it. */
import { Show, type Accessor } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { ChooseOne } from '#client/features/briefs/choose-one.tsx'
import { formWords } from '#client/features/briefs/form/words.ts'
import { Flagged } from '#client/features/briefs/quality/flagged.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Sentence } from '#shared/domain/briefs/brief.ts'
import type { SentenceName } from '#shared/domain/briefs/details.ts'
import {
  chooseSentence,
  sentenceCharacters,
  setSentence,
} from '#shared/documents/commands/brief-details.ts'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export interface SentenceFieldProps {
  readonly section: SectionOf
  readonly name: SentenceName
  readonly sentences: Accessor<Readonly<Record<SentenceName, Sentence>>>
  /** Its vague words are said. */
  readonly flagged?: boolean | undefined
}

export function SentenceField(props: SentenceFieldProps) {
  const [words, form] = [useWords(sectionWords), useWords(formWords)]
  const sentence = (): Sentence => props.sentences()[props.name]
  return (
    <div data-part={props.name}>
      <Stack gap="near">
        <Show
          when={sentence().candidates.length > 1}
          fallback={
            <TextField
              label={form().parts[props.name]}
              help={props.section.readOnly ? undefined : words().help[props.name]}
              value={sentence().text}
              grows
              readOnly={props.section.readOnly}
              maxLength={sentenceCharacters(props.name)}
              presence={props.section.presence.mark(props.name)}
              onFocus={() => props.section.presence.enter(props.name)}
              onBlur={() => props.section.presence.leave(props.name)}
              onInput={(text) => void setSentence(props.section.doc, props.name, text)}
            />
          }
        >
          <Text kind="small">{form().parts[props.name]}</Text>
          <ChooseOne
            candidates={sentence().candidates}
            authorOf={props.section.presence.authorOf}
            onChoose={(writer) => void chooseSentence(props.section.doc, props.name, writer)}
            readOnly={props.section.readOnly}
          />
        </Show>
        <Show when={props.flagged}>
          <Flagged section={props.section} place={`short/${props.name}`} text={sentence().text} />
        </Show>
      </Stack>
    </div>
  )
}
