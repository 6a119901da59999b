/** Competitor references: where they are, what to learn from them and what to avoid. */
import { useWords } from '#client/i18n/words.ts'
import { FilePlace } from '#client/features/briefs/file-place.tsx'
import { sayRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { Flagged } from '#client/features/briefs/quality/flagged.tsx'
import { Section } from '#client/ui/section.tsx'
import { setListRow } from '#shared/documents/commands/brief-lists.ts'
import { followList } from './follow-list.ts'
import { RowList } from './row-list.tsx'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export function ReferencesSection(props: { readonly section: SectionOf }) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  const rows = followList(props.section, 'references')
  return (
    <Section
      title={form().parts.references}
      note={props.section.readOnly ? undefined : words().help.references}
    >
      <div data-part="references">
        <RowList
          section={props.section}
          list="references"
          label={form().parts.references}
          addLabel={words().add.references}
          rows={rows()}
          named
          cells={(['address', 'learn', 'avoid'] as const).map((column) => ({
            column,
            label: form().columns.references[column],
            placeholder: words().placeholder[column],
            wide: column === 'address' ? 4.5 : 2,
          }))}
          below={(row) => (
            <>
              <FilePlace
                label={form().columns.references.picture}
                id={row().picture}
                takes={['picture']}
                readOnly={props.section.readOnly}
                onSet={(file) => {
                  const set = setListRow(props.section.doc, 'references', row().id, {
                    picture: file,
                  })
                  return set.ok ? null : sayRefusal(set.refusal, form())
                }}
              />
              <Flagged
                section={props.section}
                place={`references/${row().id}/learn`}
                text={row().learn}
              />
              <Flagged
                section={props.section}
                place={`references/${row().id}/avoid`}
                text={row().avoid}
              />
            </>
          )}
        />
      </div>
    </Section>
  )
}
