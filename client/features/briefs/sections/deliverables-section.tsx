/** What is ordered: the catalogue filtered by the platforms, and for what is chosen how much of it and how it is made. */
import Trash from 'lucide-solid/icons/trash'
import { createMemo, For, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { sayRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { CellRow } from '#client/ui/cell-row.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { InlineField } from '#client/ui/inline-field.tsx'
import { LabeledCell } from '#client/ui/labeled-cell.tsx'
import { ReorderList } from '#client/ui/reorder-list.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { Target } from '#shared/domain/briefs/brief.ts'
import type { ListRow } from '#shared/domain/briefs/lists.ts'
import { deliverableById, deliverables } from '#shared/domain/choices/deliverables.ts'
import { platformById } from '#shared/domain/choices/platforms.ts'
import { slotOf } from '#shared/domain/choices/slots.ts'
import {
  chooseDeliverable,
  moveListRow,
  setListRow,
} from '#shared/documents/commands/brief-lists.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { QuantityCell } from './quantity-cell.tsx'
import type { SectionOf } from './section-of.ts'
import { sectionWords } from './words.ts'

export interface DeliverablesSectionProps {
  readonly section: SectionOf
  readonly rows: readonly ListRow<'deliverables'>[]
  readonly targets: readonly Target[]
}

export function DeliverablesSection(props: DeliverablesSectionProps) {
  const [brief, form, words] = [useWords(briefWords), useWords(formWords), useWords(sectionWords)]
  const platforms = createMemo(() => [
    ...new Set(
      props.targets.flatMap(({ platform }) => (platformById(platform) === null ? [] : platform)),
    ),
  ])
  const chosen = createMemo(() => props.rows.map(({ id }): string => id))
  const offered = createMemo(() =>
    deliverables.filter(
      ({ id }) =>
        platforms().length === 0 ||
        chosen().includes(id) ||
        platforms().some((platform) => slotOf(platform, id) !== null),
    ),
  )
  const nameOf = (id: string): string => deliverableById(id)?.[language()] ?? id
  const platformName = (id: string): string => platformById(id)?.[language()] ?? id
  const toggle = (id: string, on: boolean): void => {
    const done = chooseDeliverable(props.section.doc, id, on)
    if (!done.ok) showToast(sayRefusal(done.refusal, form()), { tone: 'warn' })
  }
  const remarks = ({ id, quantity }: ListRow<'deliverables'>): string[] => {
    const without = platforms().filter((platform) => slotOf(platform, id) === null)
    const most = deliverableById(id)?.most ?? quantity
    const over =
      quantity > most
        ? [words().overMost(most)]
        : platforms().flatMap((platform) => {
            const room = slotOf(platform, id)?.most ?? quantity
            return quantity > room ? [words().overThere(platformName(platform), room)] : []
          })
    const note = deliverableById(id)?.note?.[language()]
    return [
      ...over,
      ...(without.length > 0
        ? [words().notThere(without.map(platformName).join(words().between))]
        : []),
      ...(note === undefined ? [] : [note]),
    ]
  }
  return (
    <Section
      title={form().parts.deliverables}
      note={props.section.readOnly ? undefined : words().deliverablesHelp}
    >
      <div data-part="deliverables">
        <Stack>
          <Show when={!props.section.readOnly}>
            <ChoiceChips
              label={form().parts.deliverables}
              hideLabel
              choices={offered().map(({ id }) => ({ value: id, label: nameOf(id) }))}
              chosen={chosen()}
              onToggle={toggle}
            />
          </Show>
          <ReorderList
            label={words().chosen}
            items={props.rows}
            itemId={(row) => row.id}
            nameOf={(row) => nameOf(row.id)}
            words={{ grip: brief().grip, hint: brief().moveHint, moved: brief().moved }}
            disabled={props.section.readOnly}
            onMove={(id, before) =>
              moveListRow(props.section.doc, 'deliverables', id as RowId, before as RowId | null)
            }
          >
            {(row) => (
              <>
                <Stack gap="none">
                  <CellRow>
                    <LabeledCell label={form().parts.deliverables} wide={2}>
                      <InlineField
                        look="line"
                        label={form().parts.deliverables}
                        value={nameOf(row().id)}
                        readOnly
                        onInput={() => undefined}
                      />
                    </LabeledCell>
                    <LabeledCell label={form().columns.deliverables.quantity} wide={0.6}>
                      <QuantityCell
                        section={props.section}
                        row={row()}
                        label={words().quantityOf(nameOf(row().id))}
                      />
                    </LabeledCell>
                    <LabeledCell label={form().columns.deliverables.complexity} wide={1}>
                      <Select
                        label={words().complexityOf(nameOf(row().id))}
                        hideLabel
                        value={row().complexity}
                        disabled={
                          props.section.readOnly ||
                          (deliverableById(row().id)?.complexities.length ?? 0) < 2
                        }
                        options={(deliverableById(row().id)?.complexities ?? []).map((value) => ({
                          value: `${value}`,
                          label: form().complexities[value],
                        }))}
                        onChange={(complexity) =>
                          void setListRow(props.section.doc, 'deliverables', row().id, {
                            complexity,
                          })
                        }
                      />
                    </LabeledCell>
                  </CellRow>
                  <For each={remarks(row())}>{(remark) => <Text kind="small">{remark}</Text>}</For>
                </Stack>
                <Show when={!props.section.readOnly}>
                  <IconButton
                    label={`${brief().remove} ${nameOf(row().id)}`}
                    onClick={() => {
                      toggle(row().id, false)
                      showToast(brief().removed, {
                        action: { label: brief().undo, run: props.section.undo },
                      })
                    }}
                  >
                    <Trash size={16} aria-hidden="true" />
                  </IconButton>
                </Show>
              </>
            )}
          </ReorderList>
        </Stack>
      </div>
    </Section>
  )
}
