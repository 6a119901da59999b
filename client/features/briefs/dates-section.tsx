/** When the work is wanted, and how fast. */
import type * as Y from 'yjs'
import { dayOf } from '#client/i18n/format.ts'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { DateField } from '#client/ui/date-field.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import type { Rush } from '#shared/domain/briefs/brief.ts'
import { setRush, setWantedBy } from '#shared/documents/commands/brief-fields.ts'
import type { BriefHead } from '#shared/documents/readers/read-brief.ts'
import type { FieldPresence } from './presence.ts'
import { sectionWords } from './sections/words.ts'
import { briefWords } from './words.ts'

export interface DatesSectionProps {
  readonly doc: Y.Doc
  readonly head: BriefHead
  readonly presence: FieldPresence
  readonly readOnly: boolean
}

export function DatesSection(props: DatesSectionProps) {
  const [words, sections] = [useWords(briefWords), useWords(sectionWords)]
  const isPast = (): boolean =>
    props.head.wantedBy !== null && props.head.wantedBy < dayOf(Date.now())
  return (
    <Section title={words().dates}>
      <div data-part="dates">
        <Row align="start" gap="apart" wrap>
          <DateField
            label={words().wantedBy}
            value={props.head.wantedBy ?? ''}
            locale={localeOf(language())}
            placeholder={words().pickDay}
            disabled={props.readOnly}
            error={isPast() ? sections().pastDay : undefined}
            presence={props.presence.mark('wantedBy')}
            onFocus={() => props.presence.enter('wantedBy')}
            onBlur={() => props.presence.leave('wantedBy')}
            onChange={(day) => void setWantedBy(props.doc, day === '' ? null : day)}
          />
          <Select<Rush>
            label={words().rush}
            value={props.head.rush}
            options={[
              { value: 'standard', label: words().standard },
              { value: 'rush', label: words().rushed },
            ]}
            disabled={props.readOnly}
            onChange={(rush) => setRush(props.doc, rush)}
          />
        </Row>
      </div>
    </Section>
  )
}
