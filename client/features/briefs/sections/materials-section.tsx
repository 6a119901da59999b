/** What exists already, and whether something is to be shot: where, and when the sample is there. */
import { Show } from 'solid-js'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { FilePlace } from '#client/features/briefs/file-place.tsx'
import { sayRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { Checkbox } from '#client/ui/checkbox.tsx'
import { DateField } from '#client/ui/date-field.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { BriefDetails } from '#shared/domain/briefs/details.ts'
import { setDetail } from '#shared/documents/commands/brief-details.ts'
import { setListRow } from '#shared/documents/commands/brief-lists.ts'
import { DetailField } from './detail-field.tsx'
import { followList } from './follow-list.ts'
import { RowList } from './row-list.tsx'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export function MaterialsSection(props: {
  readonly section: SectionOf
  readonly details: BriefDetails
}) {
  const [brief, form, words] = [useWords(briefWords), useWords(formWords), useWords(sectionWords)]
  const rows = followList(props.section, 'photos')
  return (
    <Section
      title={form().parts.photos}
      note={props.section.readOnly ? undefined : words().help.photos}
    >
      <Stack>
        <div data-part="photos">
          <RowList
            section={props.section}
            list="photos"
            label={form().parts.photos}
            addLabel={words().add.photos}
            rows={rows()}
            cells={[
              {
                column: 'text',
                label: form().columns.photos.text,
                placeholder: words().placeholder.text,
                wide: 4,
              },
            ]}
            below={(row) => (
              <FilePlace
                label={form().columns.photos.file}
                id={row().file}
                takes="all"
                readOnly={props.section.readOnly}
                onSet={(file) => {
                  const set = setListRow(props.section.doc, 'photos', row().id, { file })
                  return set.ok ? null : sayRefusal(set.refusal, form())
                }}
              />
            )}
          />
        </div>
        <Checkbox
          label={form().details.shoot}
          checked={props.details.shoot}
          disabled={props.section.readOnly}
          onChange={(on) => void setDetail(props.section.doc, 'shoot', on)}
        />
        <Show when={props.details.shoot}>
          <DetailField section={props.section} name="shootPlace" details={props.details} />
          <DateField
            label={form().details.sampleArrives}
            value={props.details.sampleArrives ?? ''}
            locale={localeOf(language())}
            placeholder={brief().pickDay}
            disabled={props.section.readOnly}
            presence={props.section.presence.mark('sampleArrives')}
            onFocus={() => props.section.presence.enter('sampleArrives')}
            onBlur={() => props.section.presence.leave('sampleArrives')}
            onChange={(day) =>
              void setDetail(props.section.doc, 'sampleArrives', day === '' ? null : day)
            }
          />
        </Show>
      </Stack>
    </Section>
  )
}
