/** Publishes a version: what it changes, what stands in its way, and why it is done. Nothing published is ever changed. */
import { createSignal, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { judgeSop } from '#shared/domain/tasks/judge-sop.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import { limits } from '#shared/protocol/limits.ts'
import { sayChanges } from './say-changes.ts'
import { sayProblem } from './say-problem.ts'
import type { SopAnswer } from './sop-calls.ts'
import { sopWords } from './words.ts'

export interface PublishDialogProps {
  readonly title: string
  readonly before: SopContent
  readonly after: SopContent
  /** Of its text, in characters. */
  readonly length: number
  readonly publish: (reason: string) => Promise<SopAnswer>
  readonly onDone: () => void
  readonly onClose: () => void
}

export function PublishDialog(props: PublishDialogProps) {
  const words = useWords(sopWords)
  const [reason, setReason] = createSignal('')
  const [pending, setPending] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const changes = () => sayChanges(props.before, props.after)
  const problems = () => judgeSop(props.after, props.length)
  const publish = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const answer = await props.publish(reason())
    setPending(false)
    setFailed(answer !== null)
    if (answer === null) props.onDone()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      description={words().publishHelp}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button
            kind="primary"
            pending={pending()}
            disabled={changes().length === 0 || problems().length > 0}
            onClick={() => void publish()}
          >
            {words().publish}
          </Button>
        </>
      }
    >
      <Stack gap="apart">
        <Show when={problems().length > 0}>
          <Banner tone="warn">
            {words().problems}
            <For each={problems()}>
              {(problem) => <Text kind="small">{sayProblem(problem, props.after)}</Text>}
            </For>
          </Banner>
        </Show>
        <Stack gap="near">
          <Text kind="small">{words().changes}</Text>
          <For each={changes()} fallback={<Text kind="quiet">{words().noChanges}</Text>}>
            {(line) => <Text>{line}</Text>}
          </For>
        </Stack>
        <TextField
          label={words().why}
          optional={words().optional}
          grows
          value={reason()}
          maxLength={limits.reasonCharacters}
          onInput={setReason}
        />
        <Show when={failed()}>
          <Banner tone="bad">{words().notStored}</Banner>
        </Show>
      </Stack>
    </Dialog>
  )
}
