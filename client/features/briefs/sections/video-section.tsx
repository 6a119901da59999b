/** What a video opens with, how long it is and which shape it has. */
import type { Accessor } from 'solid-js'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { NumberField } from '#client/ui/number-field.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Sentence } from '#shared/domain/briefs/brief.ts'
import type { BriefDetails, SentenceName } from '#shared/domain/briefs/details.ts'
import { setDetail } from '#shared/documents/commands/brief-details.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { SectionOf } from './section-of.ts'
import { SentenceField } from './sentence-field.tsx'
import { sectionWords } from './words.ts'

const aspects = ['9:16', '16:9', '1:1', '4:5', '3:4'] as const

export function VideoSection(props: {
  readonly section: SectionOf
  readonly details: BriefDetails
  readonly sentences: Accessor<Readonly<Record<SentenceName, Sentence>>>
}) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  return (
    <Section title={form().parts.video}>
      <Stack>
        <SentenceField section={props.section} name="hook" sentences={props.sentences} flagged />
        <div data-part="video">
          <Row align="start" gap="apart" wrap>
            <NumberField
              label={form().details.videoSeconds}
              value={props.details.videoSeconds}
              locale={localeOf(language())}
              min={1}
              max={limits.videoSeconds}
              disabled={props.section.readOnly}
              onChange={(seconds) => void setDetail(props.section.doc, 'videoSeconds', seconds)}
            />
            <Select<string>
              label={form().details.videoAspect}
              value={props.details.videoAspect}
              placeholder={words().none}
              options={[
                ...new Set([...aspects, props.details.videoAspect].filter((one) => one !== '')),
              ].map((value) => ({ value, label: value }))}
              disabled={props.section.readOnly}
              onChange={(aspect) => void setDetail(props.section.doc, 'videoAspect', aspect)}
            />
          </Row>
        </div>
      </Stack>
    </Section>
  )
}
