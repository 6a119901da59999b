/** Where a task stands: who does it, what must be ticked before it moves on, and the step that comes next. */
import { createSignal, For, Show } from 'solid-js'
import type * as Y from 'yjs'
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { isHeldUp, type ListedTask } from '#client/live/list-tasks.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Checkbox } from '#client/ui/checkbox.tsx'
import { createNarrow } from '#client/ui/create-narrow.ts'
import { later } from '#client/ui/later.tsx'
import { NumberField } from '#client/ui/number-field.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { ThumbBar } from '#client/ui/thumb-bar.tsx'
import { Text } from '#client/ui/text.tsx'
import { functionById } from '#shared/domain/people/functions.ts'
import { gateOf } from '#shared/domain/tasks/gate.ts'
import { hoursOf, type SopCheck, type SopStage } from '#shared/domain/tasks/sop.ts'
import type { Task } from '#shared/domain/tasks/task.ts'
import { assignTask, tickCheck } from '#shared/documents/commands/tasks.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Person } from '#shared/protocol/control.ts'
import { createAnswer } from './create-answer.ts'
import { dutyWords } from './duty-words.ts'
import { sayDuties, whyNotReview } from './say-duties.ts'
import { relationsWords } from './relations-words.ts'
import { nameAmong, type Among } from './say-entry.ts'
import type { TaskCalls } from './task-calls.ts'
import { taskWords } from './words.ts'

const SendBackDialog = later(async () => (await import('./send-back-dialog.tsx')).SendBackDialog)
const WaitDialog = later(async () => (await import('./wait-dialog.tsx')).WaitDialog)

export interface NowSectionProps {
  readonly doc: Y.Doc
  readonly task: Task
  readonly listed: ListedTask
  readonly stage: SopStage
  readonly calls: TaskCalls
  readonly canWrite: boolean
  readonly among: Among
  /** Somebody wants to say that something went wrong. */
  readonly onWentWrong: () => void
}

export function NowSection(props: NowSectionProps) {
  const [words, duty] = [useWords(taskWords), useWords(dutyWords)]
  const relations = useWords(relationsWords)
  const isNarrow = createNarrow()
  const step = createAnswer()
  const [front, setFront] = createSignal<'back' | 'wait' | null>(null)
  const [hours, setHours] = createSignal<number | null>(null)
  const close = (): void => void setFront(null)
  const log = () => props.listed.log
  const gate = () => gateOf(props.stage, props.listed.kind, props.task.ticks, log().round)
  const minutes = (): number | null => {
    const spent = hours()
    return spent === null ? null : Math.round(spent * 60)
  }
  const listed = (checks: readonly SopCheck[]): string =>
    checks.map((check) => check[language()]).join(words().between)
  const next = (): string => props.listed.path[log().at + 1] ?? ''
  const earlier = () =>
    props.listed.path
      .slice(0, log().at)
      .toReversed()
      .map((id) => ({ id, label: props.among.stageName(id) }))
  const role = (): string => functionById(props.listed.role ?? '')?.[language()] ?? ''
  const assign = async (member: string): Promise<void> => {
    const to = props.calls.people().find((one) => one.member === member)?.member ?? null
    assignTask(props.doc, props.stage.id, to)
    await step.run(() => props.calls.handOver(to))
  }
  const forward = async (): Promise<void> => {
    const checks = gate().checks.map(({ check }) => check.id)
    if (await step.run(() => props.calls.forward(checks, minutes()))) setHours(null)
  }
  const stands = (): string => {
    const { decisive } = log()
    const planned = words().hours(
      formatNumber(hoursOf(props.listed.sop ?? noHours, props.stage, props.task.deliverable)),
    )
    return decisive?.outcome === 'waiting'
      ? decisive.whom === null
        ? words().waitsFor(decisive.reason)
        : words().waitsForWhom(nameAmong(props.among, decisive.whom), decisive.reason)
      : `${words().states[log().state]} · ${planned}`
  }
  const heldUp = (): boolean => isHeldUp(props.listed)
  const mayBegin = (): boolean => props.canWrite && !props.listed.waitsForMaster
  /** Why it is somebody else's to review; null where it is not. */
  const duties = (): string | null => sayDuties(props.listed, props.calls.me, props.calls.people())
  const mayDo = (): boolean => mayBegin() && duties() === null
  const nameOf = ({ member, name }: Person): string => {
    if (member === props.calls.me) return words().you(name)
    const why = whyNotReview(props.listed, member)
    if (why === null) return name
    return why === 'made' ? duty().notThem(name) : duty().notAgain(name)
  }
  const start = () => (
    <Button
      kind={log().state === 'submitted' ? 'normal' : 'primary'}
      pending={step.pending()}
      onClick={() => void step.run(() => props.calls.start())}
    >
      {log().state === 'ready' ? words().start : words().goOn}
    </Button>
  )
  const moveOn = () => (
    <Button
      kind="primary"
      pending={step.pending()}
      disabled={gate().missing.length > 0 || heldUp()}
      onClick={() => void forward()}
    >
      {words().forward(props.among.stageName(next()))}
    </Button>
  )
  let checks: HTMLParagraphElement | undefined
  /** Under the thumb: what can be done now, or the way to what is missing for it. */
  const foot = () => (
    <ThumbBar>
      <Show when={log().state !== 'started'}>{start()}</Show>
      <Show when={gate().missing.length > 0} fallback={<Show when={!heldUp()}>{moveOn()}</Show>}>
        <Button onClick={() => checks?.scrollIntoView({ block: 'center' })}>
          {words().missingCount(formatNumber(gate().missing.length))}
        </Button>
      </Show>
    </ThumbBar>
  )
  return (
    <>
      <Section title={props.stage[language()]} note={stands()}>
        <Stack gap="apart">
          <Show when={props.listed.waitsForMaster}>
            <Banner tone={props.listed.isStale ? 'warn' : 'info'}>
              {props.listed.isStale ? words().stale : words().waitsForMaster}
            </Banner>
          </Show>
          <Show when={heldUp()}>
            <Banner tone="warn">{words().heldUp}</Banner>
          </Show>
          <Select
            label={words().owner}
            help={role() === '' ? undefined : words().usually(role())}
            value={props.listed.owner ?? '-'}
            disabled={!props.canWrite}
            options={[
              { value: '-', label: words().nobody },
              ...props.calls.people().map((one) => ({
                value: String(one.member),
                label: nameOf(one),
                disabled: whyNotReview(props.listed, one.member) !== null,
              })),
            ]}
            onChange={(member) => void assign(member)}
          />
          <Show when={mayBegin() && duties()}>
            {(sentence) => <Banner tone="warn">{sentence()}</Banner>}
          </Show>
          <Show when={mayDo() && log().state !== 'started' && !isNarrow()}>
            <Row wrap>{start()}</Row>
          </Show>
          <Stack gap="near">
            <Text kind="small">{words().checks}</Text>
            <For each={gate().checks}>
              {({ check, ticked }) => (
                <Checkbox
                  label={check[language()]}
                  checked={ticked}
                  disabled={!mayDo()}
                  onChange={(on) => tickCheck(props.doc, props.stage.id, check.id, log().round, on)}
                />
              )}
            </For>
            <p ref={checks} class="ui-text" data-kind="small" role="status">
              {gate().missing.length > 0
                ? words().missing(listed(gate().missing))
                : words().allThere}
            </p>
            <Show when={gate().later.length > 0}>
              <Text kind="small">{words().later(listed(gate().later))}</Text>
            </Show>
          </Stack>
          <Show when={mayBegin()}>
            <Stack gap="related">
              <Show when={mayDo()}>
                <NumberField
                  label={words().spent}
                  optional={words().optional}
                  locale={language()}
                  value={hours()}
                  min={0.1}
                  max={limits.bookedMinutes / 60}
                  decimals={1}
                  unit={words().hour}
                  onChange={setHours}
                />
              </Show>
              <Row wrap>
                <Show when={mayDo() && !isNarrow()}>{moveOn()}</Show>
                <Show when={mayDo() && log().state === 'started'}>
                  <Button onClick={() => void step.run(() => props.calls.submit())}>
                    {words().submit}
                  </Button>
                  <Button aria-haspopup="dialog" onClick={() => setFront('wait')}>
                    {words().wait}
                  </Button>
                </Show>
                <Show when={earlier().length > 0}>
                  <Button aria-haspopup="dialog" onClick={() => setFront('back')}>
                    {words().sendBack}
                  </Button>
                </Show>
                <Button aria-haspopup="dialog" onClick={() => props.onWentWrong()}>
                  {relations().wentWrong}
                </Button>
              </Row>
            </Stack>
          </Show>
          <Show when={step.answer()}>
            <Banner tone="bad">{words().notStored}</Banner>
          </Show>
        </Stack>
        <Show when={front() === 'back'}>
          <SendBackDialog
            calls={props.calls}
            stages={earlier()}
            minutes={minutes()}
            onClose={close}
          />
        </Show>
        <Show when={front() === 'wait'}>
          <WaitDialog calls={props.calls} onClose={close} />
        </Show>
      </Section>
      <Show when={mayDo() && isNarrow()}>{foot()}</Show>
    </>
  )
}

const noHours = { hours: {} }
