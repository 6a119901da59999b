/** One stage of the draft: its name, who does it, what is done in it, its service times and its checks, for one kind of asset. */
import { For } from 'solid-js'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { NumberField } from '#client/ui/number-field.tsx'
import { Row } from '#client/ui/row.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import { workFunctions } from '#shared/domain/people/functions.ts'
import {
  changeChecks,
  renameStage,
  setDoing,
  setHours,
  setOwner,
  translateName,
  type Gatepost,
} from '#shared/domain/tasks/edit-sop.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import { doingOf, hoursOf, ownerOf, stageDoings, type SopStage } from '#shared/domain/tasks/sop.ts'
import { limits } from '#shared/protocol/limits.ts'
import { EditChecks } from './edit-checks.tsx'
import { deliverablesOf } from './stage-lines.ts'
import { sopWords } from './words.ts'

export interface StageDialogProps {
  readonly sop: SopContent
  readonly stage: SopStage
  readonly kind: DeliverableKind
  readonly onChange: (sop: SopContent) => void
  readonly onClose: () => void
}

export function StageDialog(props: StageDialogProps) {
  const words = useWords(sopWords)
  const id = () => props.stage.id
  const other = (): 'zh' | 'en' => (language() === 'zh' ? 'en' : 'zh')
  const checks = (post: Gatepost, label: string) => (
    <EditChecks
      label={label}
      checks={props.stage[post]}
      kind={props.kind}
      onChange={(change) => props.onChange(changeChecks(props.sop, id(), post, change))}
    />
  )
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().editStage(props.stage[language()])}
      description={words().kinds[props.kind]}
      closeLabel={words().close}
      size="wide"
      actions={
        <Button kind="primary" onClick={() => props.onClose()}>
          {words().ready}
        </Button>
      }
    >
      <Stack gap="apart">
        <TextField
          label={words().stageName}
          value={props.stage[language()]}
          maxLength={limits.sopNameCharacters}
          onInput={(name) => props.onChange(renameStage(props.sop, id(), name))}
        />
        <TextField
          label={words().inOther}
          value={props.stage[other()]}
          lang={other()}
          maxLength={limits.sopNameCharacters}
          onInput={(name) => props.onChange(translateName(props.sop, id(), other(), name))}
        />
        <Select
          label={words().owner}
          value={ownerOf(props.stage, props.kind) ?? ''}
          options={workFunctions.map((one) => ({ value: one.id, label: one[language()] }))}
          onChange={(job) => props.onChange(setOwner(props.sop, id(), props.kind, job))}
        />
        <Select
          label={words().doing}
          value={doingOf(props.sop, props.stage)}
          options={stageDoings.map((value) => ({ value, label: words().doings[value] }))}
          onChange={(doing) => props.onChange(setDoing(props.sop, id(), doing))}
        />
        <Stack gap="near">
          <Text kind="small">{`${words().time}${words().between}${words().timeHelp}`}</Text>
          <Row wrap>
            <For each={deliverablesOf(props.kind)}>
              {(deliverable) => (
                <NumberField
                  label={deliverable[language()]}
                  locale={localeOf(language())}
                  value={hoursOf(props.sop, props.stage, deliverable.id)}
                  min={0}
                  max={limits.sopStageHours}
                  decimals={1}
                  unit={words().hour}
                  onChange={(hours) =>
                    props.onChange(setHours(props.sop, id(), deliverable.id, hours ?? 0))
                  }
                />
              )}
            </For>
          </Row>
        </Stack>
        {checks('entry', words().entryChecks)}
        {checks('exit', words().exitChecks)}
      </Stack>
    </Dialog>
  )
}
