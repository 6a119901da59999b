/** One half of the draft's way: its stages in order, moved by dragging or keys, changed, taken out, added to. */
import Pencil from 'lucide-solid/icons/pencil'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { AddLine } from '#client/ui/add-line.tsx'
import { Button } from '#client/ui/button.tsx'
import { CellRow } from '#client/ui/cell-row.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { LabeledCell } from '#client/ui/labeled-cell.tsx'
import { ReorderList } from '#client/ui/reorder-list.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import {
  addStage,
  halfOf,
  moveStage,
  removeStage,
  type Half,
} from '#shared/domain/tasks/edit-sop.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import { stageById, type SopStage } from '#shared/domain/tasks/sop.ts'
import { randomLetters } from './random-letters.ts'
import { stageNote } from './stage-lines.ts'
import { sopWords } from './words.ts'

export interface EditHalfProps {
  readonly sop: SopContent
  readonly half: Half
  readonly kind: DeliverableKind
  readonly onChange: (sop: SopContent) => void
  readonly onEdit: (id: string) => void
}

export function EditHalf(props: EditHalfProps) {
  const words = useWords(sopWords)
  const stages = (): readonly SopStage[] =>
    halfOf(props.sop, props.half).flatMap((id) => stageById(props.sop, id) ?? [])
  const nameOf = (stage: SopStage): string => stage[language()] || words().unnamed
  const add = (): void => {
    const id = `stage-${randomLetters()}`
    const name = freeName(words().newStage, props.sop)
    props.onChange(addStage(props.sop, props.half, { id, name, owner: 'reviewer' }))
    props.onEdit(id)
  }
  const remove = (stage: SopStage): void => {
    const before = props.sop
    props.onChange(removeStage(props.sop, stage.id))
    showToast(words().removedStage(nameOf(stage)), {
      action: { label: words().undo, run: () => props.onChange(before) },
    })
  }
  return (
    <Section title={words().halves[props.half]}>
      <ReorderList
        label={words().halves[props.half]}
        items={stages()}
        itemId={({ id }) => id}
        nameOf={nameOf}
        words={{ grip: words().grip, hint: words().moveHint, moved: words().moved }}
        onMove={(id, before) => props.onChange(moveStage(props.sop, id, before))}
      >
        {(stage) => (
          <>
            <CellRow>
              <LabeledCell label="" wide={3}>
                <Stack gap="none">
                  <Text>{nameOf(stage())}</Text>
                  <Text kind="small">{stageNote(props.sop, stage(), props.kind)}</Text>
                </Stack>
              </LabeledCell>
            </CellRow>
            <IconButton
              label={words().editStage(nameOf(stage()))}
              onClick={() => props.onEdit(stage().id)}
            >
              <Pencil size={16} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={words().removeStage(nameOf(stage()))}
              onClick={() => remove(stage())}
            >
              <Trash size={16} aria-hidden="true" />
            </IconButton>
          </>
        )}
      </ReorderList>
      <AddLine>
        <Button kind="quiet" onClick={add}>
          <Plus size={16} aria-hidden="true" />
          {words().addStage}
        </Button>
      </AddLine>
    </Section>
  )
}

/** "New stage", "New stage 2" … */
function freeName(name: string, { stages }: SopContent): string {
  const taken = new Set(stages.flatMap(({ zh, en }) => [zh, en]))
  const names = Array.from({ length: stages.length + 1 }, (_, n) =>
    n === 0 ? name : `${name} ${n + 1}`,
  )
  return names.find((one) => !taken.has(one)) ?? name
}
