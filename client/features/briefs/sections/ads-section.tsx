/** Where ads run, which metric they move, and what they test. */
import type { Accessor } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Sentence } from '#shared/domain/briefs/brief.ts'
import type { BriefDetails, SentenceName } from '#shared/domain/briefs/details.ts'
import { DetailField } from './detail-field.tsx'
import type { SectionOf } from './section-of.ts'
import { SentenceField } from './sentence-field.tsx'

export function AdsSection(props: {
  readonly section: SectionOf
  readonly details: BriefDetails
  readonly sentences: Accessor<Readonly<Record<SentenceName, Sentence>>>
}) {
  const form = useWords(formWords)
  return (
    <Section title={form().parts.ads}>
      <div data-part="ads">
        <Stack>
          <DetailField section={props.section} name="adPlacement" details={props.details} />
          <DetailField section={props.section} name="adMetric" details={props.details} />
          <SentenceField section={props.section} name="adHypothesis" sentences={props.sentences} />
        </Stack>
      </div>
    </Section>
  )
}
