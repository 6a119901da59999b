/** Product facts: size, material, contents, certificates, each with its unit. */
import { useWords } from '#client/i18n/words.ts'
import { FilePlace } from '#client/features/briefs/file-place.tsx'
import { sayRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { Section } from '#client/ui/section.tsx'
import { setListRow } from '#shared/documents/commands/brief-lists.ts'
import { followList } from './follow-list.ts'
import { RowList } from './row-list.tsx'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export function FactsSection(props: { readonly section: SectionOf }) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  const rows = followList(props.section, 'facts')
  return (
    <Section
      title={form().parts.facts}
      note={props.section.readOnly ? undefined : words().help.facts}
    >
      <div data-part="facts">
        <RowList
          section={props.section}
          list="facts"
          label={form().parts.facts}
          addLabel={words().add.facts}
          rows={rows()}
          cells={(['name', 'value', 'unit'] as const).map((column) => ({
            column,
            label: form().columns.facts[column],
            placeholder: words().placeholder[column],
            wide: column === 'unit' ? 0.6 : 1.4,
          }))}
          below={(row) => (
            <FilePlace
              label={`${form().columns.facts.file} · ${row().name}`}
              id={row().file}
              takes="all"
              readOnly={props.section.readOnly}
              onSet={(file) => {
                const set = setListRow(props.section.doc, 'facts', row().id, { file })
                return set.ok ? null : sayRefusal(set.refusal, form())
              }}
            />
          )}
        />
      </div>
    </Section>
  )
}
