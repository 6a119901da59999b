/** One act on the chosen tasks: what is asked for it, then, where some were not done, which and why. */
import { Show, type JSX } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { BulkOutcome } from './bulk-calls.ts'
import type { createBulkStep } from './create-bulk-step.ts'
import { NotDoneList } from './not-done-list.tsx'
import { sayDone } from './say-bulk.ts'
import { bulkWords } from './words.ts'

export interface BulkDialogProps {
  readonly title: string
  readonly help: string
  /** What the button says. */
  readonly act: string
  /** Nothing can be done with any of them. */
  readonly isIdle?: boolean | undefined
  readonly step: ReturnType<typeof createBulkStep>
  readonly nameOf: (member: string) => string
  readonly onAct: () => void
  readonly onClose: () => void
  readonly children: JSX.Element
}

export function BulkDialog(props: BulkDialogProps) {
  const words = useWords(bulkWords)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      description={props.step.outcome() === null ? props.help : undefined}
      closeLabel={words().close}
      actions={
        <Show
          when={props.step.outcome()}
          fallback={
            <>
              <Button onClick={() => props.onClose()}>{words().cancel}</Button>
              <Show when={!props.isIdle}>
                <Button kind="primary" pending={props.step.pending()} onClick={() => props.onAct()}>
                  {props.act}
                </Button>
              </Show>
            </>
          }
        >
          {(outcome) => (
            <>
              <Show when={outcome().undo}>
                <Button
                  onClick={() => {
                    void props.step.undo(outcome())
                    props.onClose()
                  }}
                >
                  {words().undo}
                </Button>
              </Show>
              <Button kind="primary" onClick={() => props.onClose()}>
                {words().close}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Show when={props.step.outcome()} fallback={<Asked {...props} />}>
        {(outcome) => <Told outcome={outcome()} nameOf={props.nameOf} />}
      </Show>
    </Dialog>
  )
}

const Asked = (props: BulkDialogProps) => (
  <Stack gap="apart">
    {props.children}
    <Show when={props.step.fault()}>{(fault) => <Banner tone="bad">{fault()}</Banner>}</Show>
  </Stack>
)

function Told(props: {
  readonly outcome: BulkOutcome
  readonly nameOf: (member: string) => string
}) {
  const words = useWords(bulkWords)
  return (
    <Stack gap="related">
      <Banner tone={props.outcome.done.length > 0 ? 'ok' : 'info'}>
        {sayDone(props.outcome, props.nameOf)}
      </Banner>
      <Text>{words().notDone(formatNumber(props.outcome.not.length))}</Text>
      <NotDoneList not={props.outcome.not} />
    </Stack>
  )
}
