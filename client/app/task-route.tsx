/** One open task as the shell shows it: its document for as long as it is shown, its log, what is wanted, and the talk beside it. */
import { useLocation, useNavigate } from '@solidjs/router'
import Send from 'lucide-solid/icons/send'
import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import { TalkEntry } from '#client/features/talk/talk-entry.tsx'
import { messageWords } from '#client/features/tasks/message/words.ts'
import { TagsSection } from '#client/features/tasks/task/tags-section.tsx'
import { TaskPage } from '#client/features/tasks/task/task.page.tsx'
import { WaitsSection } from '#client/features/tasks/task/waits-section.tsx'
import { followTaskLog } from '#client/live/follow-task-log.ts'
import { waitersAmong, type ListedTask } from '#client/live/list-tasks.ts'
import { useDocument } from '#client/live/use-document.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { HeadAction } from '#client/ui/head-actions.tsx'
import { later } from '#client/ui/later.tsx'
import { RailSplit } from '#client/ui/rail-split.tsx'
import { useWords } from '#client/i18n/words.ts'
import { talkWords } from '#client/features/talk/words.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { masterOf } from '#shared/domain/tasks/break-down.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { createBulkCalls } from './bulk-calls.ts'
import type { Inbox } from './inbox.ts'
import { DocumentMark } from './status/document-mark.tsx'
import { createTalkShowing } from './talk-showing.ts'
import { createTaskCalls } from './task-calls.ts'
import { TaskPlan } from './task-plan.tsx'
import { TaskWanted } from './task-wanted.tsx'

const TaskMessage = later(async () => (await import('./task-message.tsx')).TaskMessage)
const TaskTalk = later(async () => (await import('./brief-talk.tsx')).BriefTalk)

export interface TaskRouteProps {
  readonly replica: TypedReplica<DocumentSummary>
  readonly name: DocName
  readonly listed: ListedTask | null
  /** Every task as it is listed. */
  readonly tasks: readonly ListedTask[]
  /** Any task as it is listed. */
  readonly listedAs: (name: DocName) => ListedTask | null
  readonly documents: readonly IndexEntry<DocumentSummary>[]
  readonly nameOf: (member: string) => string
  readonly titleOf: (name: DocName) => string
  readonly overall: OverallStatus
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
  readonly people: readonly Person[]
  /** Null for the first moments. */
  readonly inbox: Inbox | null
  readonly now: () => number
}

export function TaskRoute(props: TaskRouteProps) {
  const navigate = useNavigate()
  const location = useLocation()
  const words = useWords(talkWords)
  const live = useDocument(props.replica, props.name)
  const { task, again } = followTaskLog(props.replica.records, props.name, () => props.listed)
  const calls = createTaskCalls(props.replica, props.name, task, () => props.people, again)
  const bulk = createBulkCalls(props.replica, () => props.people, props.listedAs)
  const waiters = createMemo(() => waitersAmong(props.tasks))
  const talk = createTalkShowing()
  const message = useWords(messageWords)
  const [isWriting, setIsWriting] = createSignal(false)
  createEffect(() => props.inbox?.seeSteps(props.name))
  const about = () => props.inbox?.talkOf(props.name) ?? { count: 0, unread: 0 }
  const back = (): void =>
    history.length > props.arrivedHere ? history.back() : navigate(`/tasks${location.search}`)
  const master = (): DocName | null => {
    const now = task()
    const topic = now === null ? null : masterOf(now.summary)
    return topic === null ? null : documentNamed('task', topic)
  }
  const masterListed = (): ListedTask | null => {
    const name = master()
    return name === null ? null : props.listedAs(name)
  }
  const side = () => (
    <Show when={props.inbox?.keeping}>
      {(keeping) => (
        <TaskTalk
          {...props}
          keeping={keeping()}
          sought={talk.sought()}
          asked={talk.asked()}
          wide={talk.wide()}
          onClose={talk.close}
        />
      )}
    </Show>
  )
  return (
    <>
      <RailSplit open={talk.open() && talk.wide()} railLabel={words().talk} rail={side()}>
        <TaskPage
          live={live}
          listed={task()}
          calls={calls}
          nameOf={props.nameOf}
          briefTitle={briefTitle()}
          now={props.now}
          masterHref={master() && `/tasks/${master()}`}
          onBack={back}
          status={
            <DocumentMark
              replica={props.replica}
              name={props.name}
              own={live.status()}
              overall={props.overall}
              titleOf={props.titleOf}
            />
          }
          entries={
            <>
              <TalkEntry
                count={about().count}
                unread={about().unread}
                open={talk.open()}
                onToggle={() => (talk.open() ? talk.close() : talk.show())}
                onWrite={talk.write}
              />
              <Show when={live.canWrite() && task() !== null}>
                <HeadAction
                  label={message().open}
                  icon={() => <Send size={18} aria-hidden="true" />}
                  opensDialog
                  onPress={() => setIsWriting(true)}
                />
              </Show>
            </>
          }
          plan={
            <Show when={task()}>
              {(listed) => (
                <TaskPlan
                  listed={listed()}
                  master={masterListed()}
                  documents={props.documents}
                  people={props.people}
                  me={props.replica.identity.member}
                  nameOf={props.nameOf}
                  now={props.now}
                />
              )}
            </Show>
          }
          relations={(doc, of) => (
            <Show when={task()}>
              {(listed) => (
                <>
                  <WaitsSection
                    doc={doc}
                    listed={listed()}
                    tasks={props.tasks}
                    waiters={waiters()}
                    canWrite={live.canWrite()}
                  />
                  <TagsSection
                    doc={doc}
                    task={of}
                    listed={listed()}
                    bulk={bulk}
                    canWrite={live.canWrite()}
                    nameOf={props.nameOf}
                  />
                </>
              )}
            </Show>
          )}
          wanted={(of) => <TaskWanted replica={props.replica} task={of} />}
        />
      </RailSplit>
      <Show when={talk.open() && !talk.wide()}>{side()}</Show>
      <Show when={isWriting() && task()}>
        {(listed) => (
          <TaskMessage
            replica={props.replica}
            task={listed()}
            calls={calls}
            nameOf={props.nameOf}
            now={props.now}
            onClose={() => setIsWriting(false)}
          />
        )}
      </Show>
    </>
  )
  function briefTitle(): string {
    const brief = task()?.summary.brief
    return brief === undefined ? '' : props.titleOf(documentNamed('brief', brief))
  }
}
