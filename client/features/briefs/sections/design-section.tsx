/** Whether design rules exist, and which. */
import { Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { FilePlace } from '#client/features/briefs/file-place.tsx'
import { sayRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { BriefDetails, DesignRules } from '#shared/domain/briefs/details.ts'
import { setDetail } from '#shared/documents/commands/brief-details.ts'
import { DetailField } from './detail-field.tsx'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

const choices: readonly DesignRules[] = ['present', 'from-scratch']

export function DesignSection(props: {
  readonly section: SectionOf
  readonly details: BriefDetails
}) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  return (
    <Section title={form().parts.design}>
      <div data-part="design">
        <Stack>
          <Select<DesignRules>
            label={form().details.designRules}
            value={props.details.designRules ?? ''}
            placeholder={words().none}
            options={choices.map((value) => ({ value, label: form().designRules[value] }))}
            disabled={props.section.readOnly}
            onChange={(value) => void setDetail(props.section.doc, 'designRules', value)}
          />
          <Show when={props.details.designRules === 'present'}>
            <DetailField section={props.section} name="brandKit" details={props.details} />
            <FilePlace
              label={form().details.brandFile}
              id={props.details.brandFile}
              takes="all"
              readOnly={props.section.readOnly}
              onSet={(file) => {
                const set = setDetail(props.section.doc, 'brandFile', file)
                return set.ok ? null : sayRefusal(set.refusal, form())
              }}
            />
          </Show>
        </Stack>
      </div>
    </Section>
  )
}
