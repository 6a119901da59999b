/** Terms that must be used in every language, and words that must not. */
import { useWords } from '#client/i18n/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { Checkbox } from '#client/ui/checkbox.tsx'
import { LabeledCell } from '#client/ui/labeled-cell.tsx'
import { Section } from '#client/ui/section.tsx'
import type { ListRow } from '#shared/domain/briefs/lists.ts'
import { setListRow } from '#shared/documents/commands/brief-lists.ts'
import { RowList } from './row-list.tsx'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export function TermsSection(props: {
  readonly section: SectionOf
  readonly rows: readonly ListRow<'terms'>[]
}) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  return (
    <Section
      title={form().parts.terms}
      note={props.section.readOnly ? undefined : words().help.terms}
    >
      <div data-part="terms">
        <RowList
          section={props.section}
          list="terms"
          label={form().parts.terms}
          addLabel={words().add.terms}
          rows={props.rows}
          cells={(['term', 'note'] as const).map((column) => ({
            column,
            label: form().columns.terms[column],
            placeholder: words().placeholder[column],
            wide: 1.6,
          }))}
          last={(row) => (
            <LabeledCell label="" wide={0.8}>
              <Checkbox
                label={form().columns.terms.never}
                checked={row().never}
                disabled={props.section.readOnly}
                onChange={(never) =>
                  void setListRow(props.section.doc, 'terms', row().id, { never })
                }
              />
            </LabeledCell>
          )}
        />
      </div>
    </Section>
  )
}
