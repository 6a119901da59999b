/** The checks of a stage being changed: their words and order, one more, one less. What is asked of other kinds alone stays as it is. */
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { createSignal } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { AddLine } from '#client/ui/add-line.tsx'
import { Button } from '#client/ui/button.tsx'
import { CellRow } from '#client/ui/cell-row.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { InlineField } from '#client/ui/inline-field.tsx'
import { LabeledCell } from '#client/ui/labeled-cell.tsx'
import { ReorderList } from '#client/ui/reorder-list.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import { checksFor, type SopCheck } from '#shared/domain/tasks/sop.ts'
import { limits } from '#shared/protocol/limits.ts'
import { randomLetters } from './random-letters.ts'
import { sopWords } from './words.ts'

export interface EditChecksProps {
  readonly label: string
  readonly checks: readonly SopCheck[]
  readonly kind: DeliverableKind
  readonly onChange: (change: (checks: readonly SopCheck[]) => readonly SopCheck[]) => void
}

export function EditChecks(props: EditChecksProps) {
  const words = useWords(sopWords)
  const [focusOn, setFocusOn] = createSignal('')
  const shown = () => checksFor(props.checks, props.kind)
  const add = (): void => {
    const id = newCheckId()
    setFocusOn(id)
    props.onChange((all) => [...all, { id, zh: '', en: '' }])
  }
  // Said in both languages: a translation of what it was before would be wrong.
  const write = (id: string, text: string): void =>
    props.onChange((all) =>
      all.map((check) => (check.id === id ? { ...check, zh: text, en: text } : check)),
    )
  return (
    <Stack gap="near">
      <Text kind="small">{props.label}</Text>
      <ReorderList
        label={props.label}
        items={shown()}
        itemId={({ id }) => id}
        nameOf={(check) => check[language()]}
        words={{ grip: words().grip, hint: words().moveHint, moved: words().moved }}
        ownId={focusOn()}
        onMove={(id, before) => props.onChange((all) => movedBefore(all, id, before))}
      >
        {(check, at) => (
          <>
            <CellRow>
              <LabeledCell label="">
                <InlineField
                  look="line"
                  label={`${props.label} ${words().check(formatNumber(at() + 1))}`}
                  value={check()[language()]}
                  autofocus={focusOn() === check().id}
                  maxLength={limits.sopCheckCharacters}
                  onEnter={() => check()[language()] !== '' && add()}
                  onInput={(text) => write(check().id, text)}
                />
              </LabeledCell>
            </CellRow>
            <IconButton
              label={words().removeCheck(formatNumber(at() + 1))}
              onClick={() => props.onChange((all) => all.filter(({ id }) => id !== check().id))}
            >
              <Trash size={16} aria-hidden="true" />
            </IconButton>
          </>
        )}
      </ReorderList>
      <AddLine>
        <Button kind="quiet" disabled={shown().length >= limits.sopChecks} onClick={add}>
          <Plus size={16} aria-hidden="true" />
          {words().addCheck}
        </Button>
      </AddLine>
    </Stack>
  )
}

/** Null: to the end. */
function movedBefore(
  checks: readonly SopCheck[],
  id: string,
  before: string | null,
): readonly SopCheck[] {
  const rest = checks.filter((check) => check.id !== id)
  const at = before === null ? rest.length : rest.findIndex((check) => check.id === before)
  return [...rest.slice(0, at), ...checks.filter((check) => check.id === id), ...rest.slice(at)]
}

const newCheckId = (): string => `check-${randomLetters()}`
