/** The live line-up: which products in which order, their price range, and what must not be said. */
import { useWords } from '#client/i18n/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { LabeledCell } from '#client/ui/labeled-cell.tsx'
import { LinesField } from '#client/ui/lines-field.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Product } from '#shared/domain/briefs/brief.ts'
import type { BriefDetails } from '#shared/domain/briefs/details.ts'
import type { ListRow } from '#shared/domain/briefs/lists.ts'
import { setDetail } from '#shared/documents/commands/brief-details.ts'
import { setListRow } from '#shared/documents/commands/brief-lists.ts'
import { limits } from '#shared/protocol/limits.ts'
import { RowList } from './row-list.tsx'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export function LiveSection(props: {
  readonly section: SectionOf
  readonly rows: readonly ListRow<'offers'>[]
  readonly products: readonly Product[]
  readonly details: BriefDetails
}) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  return (
    <Section
      title={form().parts.offers}
      note={props.section.readOnly ? undefined : words().help.offers}
    >
      <Stack>
        <div data-part="offers">
          <RowList
            section={props.section}
            list="offers"
            label={form().parts.offers}
            addLabel={words().add.offers}
            rows={props.rows}
            cells={[
              {
                column: 'price',
                label: form().columns.offers.price,
                placeholder: words().placeholder.price,
                wide: 2,
              },
            ]}
            first={(row, label) => (
              <LabeledCell label={form().columns.offers.product} wide={3}>
                <Select<string>
                  label={words().cellLabel(label, form().columns.offers.product)}
                  hideLabel
                  value={row().product}
                  placeholder={words().none}
                  options={props.products.map(({ id, sku, name }) => ({
                    value: `${id}`,
                    label: name || sku || id,
                  }))}
                  disabled={props.section.readOnly}
                  onChange={(product) =>
                    void setListRow(props.section.doc, 'offers', row().id, { product })
                  }
                />
              </LabeledCell>
            )}
          />
        </div>
        <LinesField
          label={form().details.notSaidLive}
          help={props.section.readOnly ? undefined : words().help.notSaidLive}
          value={props.details.notSaidLive}
          readOnly={props.section.readOnly}
          maxLength={limits.passageCharacters}
          presence={props.section.presence.mark('notSaidLive')}
          onFocus={() => props.section.presence.enter('notSaidLive')}
          onBlur={() => props.section.presence.leave('notSaidLive')}
          onInput={(text) => void setDetail(props.section.doc, 'notSaidLive', text)}
        />
      </Stack>
    </Section>
  )
}
