/** How many of a deliverable. What is no whole number is said in place and not written. */
import { createSignal } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { sayRefusal } from '#client/features/briefs/form/say-refusal.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { InlineField } from '#client/ui/inline-field.tsx'
import type { ListRow } from '#shared/domain/briefs/lists.ts'
import { setListRow } from '#shared/documents/commands/brief-lists.ts'
import type { SectionOf } from './section-of.ts'

export interface QuantityCellProps {
  readonly section: SectionOf
  readonly row: ListRow<'deliverables'>
  readonly label: string
}

const quantityCharacters = 4

export function QuantityCell(props: QuantityCellProps) {
  const form = useWords(formWords)
  const [fault, setFault] = createSignal<string>()
  // What is no number is not written, and does not stay behind as if it were.
  const [typed, setTyped] = createSignal<string | null>(null)
  const field = (): string => `deliverables/${props.row.id}/quantity`
  return (
    <InlineField
      look="line"
      label={props.label}
      value={typed() ?? String(props.row.quantity)}
      inputMode="numeric"
      maxLength={quantityCharacters}
      readOnly={props.section.readOnly}
      error={fault()}
      presence={props.section.presence.mark(field())}
      onFocus={() => props.section.presence.enter(field())}
      onBlur={() => {
        setFault(undefined)
        setTyped(null)
        props.section.presence.leave(field())
      }}
      onInput={(text) => {
        setTyped(text)
        if (text.trim() === '') return
        const quantity = Number(text)
        const done = setListRow(props.section.doc, 'deliverables', props.row.id, { quantity })
        setFault(done.ok ? undefined : sayRefusal(done.refusal, form()))
      }}
    />
  )
}
