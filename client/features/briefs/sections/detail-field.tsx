/** A simple field of the brief that is a line of text. */
import { useWords } from '#client/i18n/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { TextField } from '#client/ui/text-field.tsx'
import type { BriefDetails } from '#shared/domain/briefs/details.ts'
import { setDetail } from '#shared/documents/commands/brief-details.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export interface DetailFieldProps {
  readonly section: SectionOf
  readonly name: 'shootPlace' | 'brandKit' | 'adPlacement' | 'adMetric'
  readonly details: BriefDetails
}

export function DetailField(props: DetailFieldProps) {
  const [words, form] = [useWords(sectionWords), useWords(formWords)]
  return (
    <TextField
      label={form().details[props.name]}
      value={props.details[props.name]}
      placeholder={words().placeholder[props.name]}
      readOnly={props.section.readOnly}
      maxLength={limits.cellCharacters}
      presence={props.section.presence.mark(props.name)}
      onFocus={() => props.section.presence.enter(props.name)}
      onBlur={() => props.section.presence.leave(props.name)}
      onInput={(text) => void setDetail(props.section.doc, props.name, text)}
    />
  )
}
