/** Where a brief stands, who did it and when, what changed since, and the step that comes next. Dialogs come when first opened. */
import { createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import type * as Y from 'yjs'
import { formatDateTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Tone } from '#client/ui/toasts.ts'
import { language } from '#client/i18n/language.ts'
import { qualityItems, type ItemId, type QualityItem } from '#shared/domain/briefs/quality/items.ts'
import type { BriefFlow, FlowStep } from '#shared/records/brief-flow.ts'
import { followChanged } from './follow-changed.ts'
import type { FlowCalls } from './flow-calls.ts'
import { flowWords } from './words.ts'

const SubmitDialog = later(async () => (await import('./submit-dialog.tsx')).SubmitDialog)
const AcceptDialog = later(async () => (await import('./accept-dialog.tsx')).AcceptDialog)
const ReturnDialog = later(async () => (await import('./return-dialog.tsx')).ReturnDialog)
const ChangesDialog = later(async () => (await import('./changes-dialog.tsx')).ChangesDialog)

export interface FlowBarProps {
  readonly calls: FlowCalls
  readonly doc: Y.Doc
  readonly canWrite: boolean
  readonly nameOf: (member: string) => string
  /** Goes to the part of the form that an item of the completeness check is about. */
  readonly onGoTo: (item: ItemId) => void
  /** What can be done with it once it is accepted. */
  readonly afterAccepted?: JSX.Element
}

const tones: Record<BriefFlow['state'], Tone> = {
  draft: 'neutral',
  submitted: 'info',
  accepted: 'ok',
  returned: 'warn',
}

export function FlowBar(props: FlowBarProps) {
  const words = useWords(flowWords)
  const [front, setFront] = createSignal<
    'submit' | 'accept' | 'return' | 'changes' | 'mended' | null
  >(null)
  const close = (): void => void setFront(null)
  const flow = () => props.calls.flow()
  const step = (): FlowStep | null => flow()?.decisive ?? null
  const changed = followChanged(
    () => props.doc,
    step,
    (since) => props.calls.snapshot(since),
  )
  const name = (member: string): string => {
    const known = props.nameOf(member) || words().somebody
    return member === props.calls.me ? words().you(known) : known
  }
  const fact = (now: FlowStep | null): string =>
    now === null
      ? words().draft
      : [
          words().done[now.outcome](name(now.by), formatDateTime(now.at)),
          now.score === null ? '' : words().score(now.score),
        ]
          .filter((part) => part !== '')
          .join(words().between)
  /** Somebody who did something else, or the same, without knowing of it. */
  const besideSaid = ({ outcome, by }: FlowStep): string =>
    outcome === 'accepted' && step()?.outcome === 'accepted'
      ? words().acceptedToo(name(by))
      : words().beside[outcome](name(by))
  /** The one that was accepted answers a submission by the same person. */
  const isAlone = (): boolean => {
    const accepted = step()
    if (accepted?.outcome !== 'accepted') return false
    const submitted = flow()?.steps.findLast((one) => one.outcome === 'submitted')
    return submitted !== undefined && submitted.by === accepted.by
  }
  /** What was submitted before this: whoever looks again reads only what was mended. */
  const before = (): FlowStep | null => {
    const now = step()
    if (now?.outcome !== 'submitted') return null
    const steps = flow()?.steps ?? []
    const place = steps.findIndex(({ id }) => id === now.id)
    return steps.slice(0, place).findLast(({ outcome }) => outcome === 'submitted') ?? null
  }
  const mayDecide = (): boolean => step()?.outcome === 'submitted' && props.calls.mayDecide()
  const submitLabel = (): string | null => {
    if (!props.canWrite) return null
    const outcome = step()?.outcome
    if (outcome === undefined) return words().submit
    return outcome === 'returned' || changed() ? words().submitAgain : null
  }
  return (
    <Show when={flow()}>
      {(now) => (
        <section aria-label={words().label}>
          <Stack gap="near">
            <Row wrap spread gap="related">
              <Row wrap>
                <StatusPill tone={tones[now().state]}>{words().states[now().state]}</StatusPill>
                <Text kind="small">{fact(step())}</Text>
              </Row>
              <Row wrap>
                <Show when={now().state === 'accepted'}>{props.afterAccepted}</Show>
                <Show when={submitLabel()}>
                  {(text) => (
                    <Button
                      kind={mayDecide() || now().state === 'accepted' ? 'normal' : 'primary'}
                      onClick={() => setFront('submit')}
                    >
                      {text()}
                    </Button>
                  )}
                </Show>
                <Show when={mayDecide()}>
                  <Button onClick={() => setFront('return')}>{words().sendBack}</Button>
                  <Button kind="primary" onClick={() => setFront('accept')}>
                    {words().accept}
                  </Button>
                </Show>
              </Row>
            </Row>
            <Show when={step()?.isWaiting}>
              <Text kind="small">{words().waiting}</Text>
            </Show>
            <Switch>
              <Match when={step()?.outcome === 'returned' && step()}>
                {(returned) => (
                  <Banner
                    tone="warn"
                    action={
                      <Show when={itemNamed(returned().field)}>
                        {(item) => (
                          <Button kind="quiet" onClick={() => props.onGoTo(item().id)}>
                            {words().atFault(item().label[language()])}
                          </Button>
                        )}
                      </Show>
                    }
                  >
                    {words().returnedFor(returned().reason)}
                  </Banner>
                )}
              </Match>
              <Match when={step()?.reason}>
                {(reason) => <Text kind="small">{words().reason(reason())}</Text>}
              </Match>
            </Switch>
            <Show when={before()}>
              <Row>
                <Button kind="quiet" onClick={() => setFront('mended')}>
                  {words().seeMended}
                </Button>
              </Row>
            </Show>
            <Show when={isAlone()}>
              <Text kind="small">{words().samePerson}</Text>
            </Show>
            <Show when={now().beside[0]}>
              {(other) => <Text kind="small">{besideSaid(other())}</Text>}
            </Show>
            <Show when={changed() && changedKind(step())}>
              {(kind) => (
                <Banner
                  tone="info"
                  action={
                    <Button kind="quiet" onClick={() => setFront('changes')}>
                      {words().seeChanges}
                    </Button>
                  }
                >
                  {words().changedSince[kind()]}
                </Banner>
              )}
            </Show>
          </Stack>
          <Show when={front() === 'submit'}>
            <SubmitDialog {...props} onClose={close} />
          </Show>
          <Show when={front() === 'accept' && step()}>
            {(submitted) => (
              <AcceptDialog
                calls={props.calls}
                doc={props.doc}
                submitted={submitted()}
                isChanged={changed()}
                onClose={close}
              />
            )}
          </Show>
          <Show when={front() === 'return'}>
            <ReturnDialog calls={props.calls} onClose={close} />
          </Show>
          <Show when={front() === 'mended' && before()}>
            {(since) => (
              <ChangesDialog
                calls={props.calls}
                doc={props.doc}
                step={since()}
                title={words().mendedTitle}
                onClose={close}
              />
            )}
          </Show>
          <Show when={front() === 'changes' && step()}>
            {(since) => (
              <ChangesDialog calls={props.calls} doc={props.doc} step={since()} onClose={close} />
            )}
          </Show>
        </section>
      )}
    </Show>
  )
}

const itemNamed = (field: string | null): QualityItem | undefined =>
  qualityItems.find(({ id }) => id === field)

/** A return names no version: what changed since is what was asked for. */
const changedKind = (step: FlowStep | null): 'submitted' | 'accepted' | null =>
  step === null || step.outcome === 'returned' ? null : step.outcome
