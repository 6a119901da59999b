/** Limits that bind the goods, the usual ones of their categories ready to be ticked, and what must not be claimed. */
import { createMemo } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { sayRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { Checkbox } from '#client/ui/checkbox.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { Product } from '#shared/domain/briefs/brief.ts'
import type { BriefDetails } from '#shared/domain/briefs/details.ts'
import { limitRowId } from '#shared/domain/briefs/derived-ids.ts'
import { categoryOf } from '#shared/domain/choices/categories.ts'
import { usualLimitsOf } from '#shared/domain/choices/usual-limits.ts'
import { setDetail } from '#shared/documents/commands/brief-details.ts'
import { addLimit, addListRow, tickLimit } from '#shared/documents/commands/brief-lists.ts'
import { followList } from './follow-list.ts'
import { RowList } from './row-list.tsx'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export function LimitsSection(props: {
  readonly section: SectionOf
  readonly details: BriefDetails
  readonly products: readonly Product[]
}) {
  const [form, words] = [useWords(formWords), useWords(sectionWords)]
  const rows = followList(props.section, 'limits')
  const usual = createMemo(() =>
    usualLimitsOf([
      ...new Set(props.products.flatMap(({ category }) => categoryOf(category)?.id ?? [])),
    ]),
  )
  const isTicked = (limit: string): boolean => {
    const id = limitRowId(limit)
    return rows().some((row) => row.id === id)
  }
  const offered = (): readonly string[] =>
    props.section.readOnly ? usual().filter(isTicked) : usual()
  const ids = createMemo(() => new Set<string>(usual().map(limitRowId)))
  const nameOf = (limit: string): string => {
    const names: Readonly<Record<string, string>> = words().limitNames
    return names[limit] ?? limit
  }
  const own = () => rows().filter(({ id, claim }) => !claim && !ids().has(id))
  const claims = () => rows().filter(({ claim }) => claim)
  return (
    <Section
      title={form().parts.limits}
      note={props.section.readOnly ? undefined : words().help.limits}
    >
      <div data-part="limits">
        <Stack>
          <ChoiceChips
            label={words().usualLimits}
            hideLabel
            choices={offered().map((limit) => ({ value: limit, label: nameOf(limit) }))}
            chosen={usual().filter(isTicked)}
            disabled={props.section.readOnly}
            onToggle={(limit, on) => {
              const done = tickLimit(props.section.doc, limit, on)
              if (!done.ok) showToast(sayRefusal(done.refusal, form()), { tone: 'warn' })
            }}
          />
          <div>
            <RowList
              section={props.section}
              list="limits"
              label={words().otherLimits}
              addLabel={words().add.limits}
              rows={own()}
              cells={[
                {
                  column: 'text',
                  label: words().otherLimits,
                  placeholder: words().placeholder.limit,
                  wide: 4,
                },
              ]}
              add={(id, text, before) =>
                text === ''
                  ? addListRow(props.section.doc, 'limits', id, { text, claim: false }, before)
                  : addLimit(props.section.doc, id, text, false)
              }
            />
          </div>
          <div data-part="claims">
            <RowList
              section={props.section}
              list="limits"
              label={words().claims}
              addLabel={words().add.claims}
              rows={claims()}
              cells={[
                {
                  column: 'text',
                  label: words().claims,
                  placeholder: words().placeholder.claim,
                  wide: 4,
                },
              ]}
              fresh={{ text: '', claim: true }}
            />
          </div>
          <Checkbox
            label={form().details.noLimitsKnown}
            checked={props.details.noLimitsKnown}
            disabled={props.section.readOnly}
            onChange={(on) => void setDetail(props.section.doc, 'noLimitsKnown', on)}
          />
        </Stack>
      </div>
    </Section>
  )
}
