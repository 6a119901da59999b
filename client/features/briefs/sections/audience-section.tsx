/** Who it is for, and what can be seen in it. */
import type { Accessor } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Sentence } from '#shared/domain/briefs/brief.ts'
import type { SentenceName } from '#shared/domain/briefs/details.ts'
import type { SectionOf } from './section-of.ts'
import { SentenceField } from './sentence-field.tsx'
import { sectionWords } from './words.ts'

export function AudienceSection(props: {
  readonly section: SectionOf
  readonly sentences: Accessor<Readonly<Record<SentenceName, Sentence>>>
}) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  return (
    <Section title={`${form().parts.audience}${words().between}${form().parts.tone}`}>
      <Stack>
        <SentenceField
          section={props.section}
          name="audience"
          sentences={props.sentences}
          flagged
        />
        <SentenceField section={props.section} name="tone" sentences={props.sentences} flagged />
      </Stack>
    </Section>
  )
}
