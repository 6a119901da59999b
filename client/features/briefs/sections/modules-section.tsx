/** What each picture-and-text module is for, from top to bottom. */
import { useWords } from '#client/i18n/words.ts'
import { language } from '#client/i18n/language.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { LabeledCell } from '#client/ui/labeled-cell.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import type { ListRow } from '#shared/domain/briefs/lists.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { setListRow } from '#shared/documents/commands/brief-lists.ts'
import { RowList } from './row-list.tsx'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export function ModulesSection(props: {
  readonly section: SectionOf
  readonly rows: readonly ListRow<'modules'>[]
  /** Catalogue ids of the kinds of module that are chosen. */
  readonly kinds: readonly string[]
}) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  const nameOf = (id: string): string => deliverableById(id)?.[language()] ?? id
  /** The kind of which most is still to be written stands first; a new row is of it. */
  const next = (): string => props.kinds[0] ?? 'aplus-module'
  return (
    <Section
      title={form().parts.modules}
      note={props.section.readOnly ? undefined : words().help.modules}
    >
      <div data-part="modules">
        <RowList
          section={props.section}
          list="modules"
          label={form().parts.modules}
          addLabel={words().add.modules}
          rows={props.rows}
          fresh={{ deliverable: next() }}
          cells={[
            {
              column: 'purpose',
              label: form().columns.modules.purpose,
              placeholder: words().placeholder.purpose,
              wide: 3,
            },
          ]}
          first={(row, label) => (
            <LabeledCell label={form().columns.modules.deliverable} wide={1.2}>
              <Select<string>
                label={words().cellLabel(label, form().columns.modules.deliverable)}
                hideLabel
                value={row().deliverable}
                options={[...new Set([...props.kinds, row().deliverable])]
                  .filter((id) => id !== '')
                  .map((value) => ({ value, label: nameOf(value) }))}
                disabled={props.section.readOnly}
                onChange={(deliverable) =>
                  void setListRow(props.section.doc, 'modules', row().id, { deliverable })
                }
              />
            </LabeledCell>
          )}
        />
      </div>
    </Section>
  )
}
