/** One task: what it is, where it stands and whose turn it is, what is wanted, and what happened to it. */
import { createEffect, createSignal, Show, type JSX } from 'solid-js'
import type * as Y from 'yjs'
import { formatDateTime } from '#client/i18n/format.ts'
import { isolate } from '#client/i18n/isolate.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { follow } from '#client/live/follow.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { LiveDocument } from '#client/live/use-document.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { HeadActions } from '#client/ui/head-actions.tsx'
import { later } from '#client/ui/later.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Row } from '#client/ui/row.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { StepLine, type Step } from '#client/ui/step-line.tsx'
import { Text } from '#client/ui/text.tsx'
import { assetName, listingName, toneOf } from '#client/features/tasks/say-task.ts'
import { dueOf } from '#shared/domain/tasks/lateness.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { titleOfTask, type Task } from '#shared/domain/tasks/task.ts'
import { retireTask } from '#shared/documents/commands/tasks.ts'
import { readTask } from '#shared/documents/readers/read-task.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { DueMark } from '#client/features/tasks/plan/due-mark.tsx'
import { LogSection } from './log-section.tsx'
import { NowSection } from './now-section.tsx'
import { sayFault, saySentBack, type Among } from './say-entry.ts'
import type { TaskCalls } from './task-calls.ts'
import { relationsWords } from './relations-words.ts'
import { TroubleBanners } from './trouble-banners.tsx'
import { taskWords } from './words.ts'

const TroubleDialog = later(async () => (await import('./trouble-dialog.tsx')).TroubleDialog)

export interface TaskPageProps {
  readonly live: LiveDocument
  /** As the list has it; null where it is not listed yet. */
  readonly listed: ListedTask | null
  readonly calls: TaskCalls
  readonly nameOf: (member: string) => string
  readonly briefTitle: string
  readonly now: () => number
  /** Its master's page; null for a master. */
  readonly masterHref: string | null
  readonly onBack: () => void
  readonly status: JSX.Element
  /** Ways into what stands beside it. */
  readonly entries: JSX.Element
  readonly wanted: (task: Task) => JSX.Element
  /** Others it waits for, its tags and its name. */
  readonly relations: (doc: Y.Doc, task: Task) => JSX.Element
  /** When what is due; nothing where there is no date. */
  readonly plan: JSX.Element
}

export function TaskPage(props: TaskPageProps) {
  const words = useWords(taskWords)
  return (
    <Show
      when={props.live.doc()}
      keyed
      fallback={
        <>
          <PageHead
            back={{ label: words().tasks, onBack: props.onBack }}
            title={props.listed === null ? words().tasks : assetName(props.listed.summary)}
          />
          <Page>
            <Show
              when={props.live.denied()}
              fallback={<Skeleton label={words().loading} lines={5} />}
            >
              <Text kind="quiet">{words().denied}</Text>
            </Show>
          </Page>
        </>
      }
    >
      {(doc) => (
        <Show when={props.listed} fallback={<NotYet onBack={props.onBack} />}>
          {(listed) => <OpenTask {...props} doc={doc} listed={listed()} />}
        </Show>
      )}
    </Show>
  )
}

/** Opened by its link before the relay has given it. */
function NotYet(props: { readonly onBack: () => void }) {
  const words = useWords(taskWords)
  return (
    <>
      <PageHead back={{ label: words().tasks, onBack: props.onBack }} title={words().tasks} />
      <Page>
        <Text kind="quiet">{words().elsewhere}</Text>
      </Page>
    </>
  )
}

function OpenTask(props: TaskPageProps & { readonly doc: Y.Doc; readonly listed: ListedTask }) {
  const words = useWords(taskWords)
  const task = follow(
    () => props.doc,
    (doc) =>
      (['fields', 'owners', 'ticks', 'tags', 'waits'] as const).map((root) => rootMap(doc, root)),
    readTask,
  )
  const relations = useWords(relationsWords)
  const [reporting, setReporting] = createSignal(false)
  const canWrite = (): boolean => props.live.canWrite()
  const log = () => props.listed.log
  const stageName = (id: string): string => {
    const { sop } = props.listed
    return (sop === null ? null : stageById(sop, id)?.[language()]) ?? id
  }
  const among = (): Among => ({ me: props.calls.me, nameOf: props.nameOf, stageName })
  const steps = (): readonly Step[] =>
    props.listed.path.map((id, at) => ({
      id,
      label: stageName(id),
      mark: at < log().at || log().isOver ? 'done' : at === log().at ? 'now' : 'open',
      detail: [ownerOf(id), at < log().at ? undefined : dueIn(id)].filter(Boolean).join(' · '),
    }))
  const dueIn = (id: string): string | undefined => {
    const due = dueOf(props.listed.plan, id)
    return due === null ? undefined : formatDateTime(due.dueAt)
  }
  const ownerOf = (id: string): string | undefined => {
    const owner = task().owners[id]
    const isHere = props.calls.people().some(({ member }) => member === owner)
    return owner !== undefined && isHere ? props.nameOf(owner) : undefined
  }
  const most = (): number => props.listed.sop?.reworkRounds ?? Number.POSITIVE_INFINITY
  createEffect(() => {
    document.title = `${isolate(assetName(task()))} · ${isolate(task().sku || task().name)}`
  })
  return (
    <>
      <PageHead
        back={{ label: words().tasks, onBack: props.onBack }}
        title={assetName(task())}
        marks={props.status}
        actions={<HeadActions>{props.entries}</HeadActions>}
      />
      <Page>
        <Stack gap="apart">
          <Stack gap="near">
            <Row wrap>
              <StatusPill tone={toneOf(props.listed)}>
                {log().isOver ? words().states.over : stageName(log().step)}
              </StatusPill>
              <Show when={!task().retired && props.listed.due}>
                {(due) => <DueMark due={due()} now={props.now} />}
              </Show>
              <Show when={log().round > 0}>
                <Text kind="small">
                  {log().round > most()
                    ? words().manyRounds(log().round, most())
                    : words().round(log().round)}
                </Text>
              </Show>
            </Row>
            <Text>{titleOfTask(task())}</Text>
            <Row wrap gap="related">
              <Text kind="small">{listingName(task()) || words().master}</Text>
              <Button kind="quiet" href={`/briefs/brief-${task().brief}`}>
                {props.briefTitle || words().untitledBrief}
              </Button>
              <Show when={props.masterHref}>
                {(href) => (
                  <Button kind="quiet" href={href()}>
                    {words().toMaster}
                  </Button>
                )}
              </Show>
            </Row>
          </Stack>
          <StepLine label={words().way} steps={steps()} />
          <Show when={task().retired}>
            <Banner
              tone="info"
              action={
                <Show when={canWrite()}>
                  <Button kind="quiet" onClick={() => retireTask(props.doc, false)}>
                    {words().bringBack}
                  </Button>
                </Show>
              }
            >
              {words().retired}
            </Banner>
          </Show>
          <Show when={props.listed.sopGap}>
            {(gap) => <Banner tone="warn">{words().sopGaps[gap()]}</Banner>}
          </Show>
          <Show when={!canWrite()}>
            <Text kind="small">{words().readOnly}</Text>
          </Show>
          <TroubleBanners
            troubles={log().troubles}
            owner={props.listed.owner}
            calls={props.calls}
            canWrite={canWrite()}
            among={among()}
          />
          <Show when={log().sentBackBy}>
            {(back) => (
              <Banner tone="warn">
                {[saySentBack(back(), among()), sayFault(back())].filter(Boolean).join(' ')}
              </Banner>
            )}
          </Show>
        </Stack>
        <Show when={!log().isOver && !task().retired && props.listed.stage}>
          {(stage) => (
            <NowSection
              doc={props.doc}
              task={task()}
              listed={props.listed}
              stage={stage()}
              calls={props.calls}
              canWrite={canWrite()}
              among={among()}
              onWentWrong={() => setReporting(true)}
            />
          )}
        </Show>
        <Show when={!task().retired}>{props.plan}</Show>
        {props.wanted(task())}
        {props.relations(props.doc, task())}
        <LogSection log={log()} sop={props.listed.sop} among={among()} />
        <Show when={canWrite() && !task().retired}>
          <Row wrap>
            <Show when={log().isOver || props.listed.waitsForMaster}>
              <Button aria-haspopup="dialog" onClick={() => setReporting(true)}>
                {relations().wentWrong}
              </Button>
            </Show>
            <Button kind="quiet" onClick={() => retireTask(props.doc, true)}>
              {words().retire}
            </Button>
          </Row>
        </Show>
        <Show when={reporting()}>
          <TroubleDialog calls={props.calls} onClose={() => setReporting(false)} />
        </Show>
      </Page>
    </>
  )
}
