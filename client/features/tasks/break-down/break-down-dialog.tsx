/** What an accepted brief comes to, looked at before anything is made: each task can be switched off, and the count is exact. */
import { createSignal, Match, Show, Switch } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { BreakDownRefusal } from '#shared/domain/tasks/break-down.ts'
import type { FlowStep } from '#shared/records/brief-flow.ts'
import type { BreakDownCalls } from './break-down-calls.ts'
import { createBreakDown, type Prepared } from './create-break-down.ts'
import { BreakDownPreview } from './break-down-preview.tsx'
import { sayRefusal } from './say-refusal.ts'
import { breakDownWords } from './words.ts'

export interface BreakDownDialogProps {
  readonly calls: BreakDownCalls
  readonly accepted: FlowStep
  readonly onClose: () => void
}

export function BreakDownDialog(props: BreakDownDialogProps) {
  const words = useWords(breakDownWords)
  // Of the version that was accepted when the dialog opened.
  const made = createBreakDown(props.calls, props.accepted)
  const [pending, setPending] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const prepared = (): Prepared | null => {
    const now = made.state()
    return now.kind === 'prepared' ? now : null
  }
  const refusal = (): BreakDownRefusal | null => {
    const now = made.state()
    return now.kind === 'refused' ? now.refusal : null
  }
  const [add, retire] = [() => made.chosen().length, () => made.toRetire().length]
  const label = (): string => {
    if (retire() === 0) return words().create(formatNumber(add()))
    return add() === 0
      ? words().retireOnly(formatNumber(retire()))
      : words().createAndRetire(formatNumber(add()), formatNumber(retire()))
  }
  const create = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const answer = await props.calls.apply(made.wanted(), props.accepted)
    setPending(false)
    setFailed(answer !== null)
    if (answer !== null) return
    if (add() > 0) showToast(words().done(formatNumber(add())), { tone: 'ok' })
    props.onClose()
    props.calls.show()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title}
      description={words().help}
      closeLabel={words().close}
      size="broad"
      actions={
        <>
          <Show when={props.calls.estimate()}>
            {(open) => (
              <Button
                kind="quiet"
                onClick={() => {
                  props.onClose()
                  open()()
                }}
              >
                {words().estimate}
              </Button>
            )}
          </Show>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Show when={prepared()}>
            <Button
              kind="primary"
              pending={pending()}
              disabled={add() + retire() === 0}
              onClick={() => void create()}
            >
              {label()}
            </Button>
          </Show>
        </>
      }
    >
      <Stack gap="apart">
        <Switch>
          <Match when={made.state().kind === 'reading'}>
            <Skeleton label={words().reading} lines={6} />
          </Match>
          <Match when={made.state().kind === 'not-here'}>
            <Banner tone="warn">{words().notHere}</Banner>
          </Match>
          <Match when={refusal()}>
            {(why) => <Banner tone="warn">{sayRefusal(why())}</Banner>}
          </Match>
          <Match when={prepared()}>
            {(now) => (
              <BreakDownPreview prepared={now()} making={made} nameOf={props.calls.nameOf} />
            )}
          </Match>
        </Switch>
        <Show when={failed()}>
          <Banner tone="bad">{words().notStored}</Banner>
        </Show>
      </Stack>
    </Dialog>
  )
}
