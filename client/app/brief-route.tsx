/** One open brief as the shell shows it: its document for as long as it is shown, what its status adds, the talk beside it, and the way back. */
import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import type { ListedBrief } from '#client/features/briefs/brief-list.tsx'
import { followGrant, followRight, followStanding } from '#client/live/follow-rights.ts'
import { EstimateEntry } from '#client/features/estimates/estimate-entry.tsx'
import { RecordsAction } from '#client/features/records/records-action.tsx'
import { NoLongerShared } from '#client/features/sharing/no-longer-shared.tsx'
import { ShareEntry } from '#client/features/sharing/share-entry.tsx'
import { StandingLine } from '#client/features/sharing/standing-line.tsx'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import { BriefPage } from '#client/features/briefs/brief.page.tsx'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { TalkEntry } from '#client/features/talk/talk-entry.tsx'
import { talkWords } from '#client/features/talk/words.ts'
import { useWords } from '#client/i18n/words.ts'
import { useDocument } from '#client/live/use-document.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { Replica, TypedReplica } from '#client/replica/replica.ts'
import { later } from '#client/ui/later.tsx'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { canBegin } from '#shared/protocol/names.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { createWide } from '#client/ui/create-wide.ts'
import { showToast } from '#client/ui/toasts.ts'
import { RailSplit } from '#client/ui/rail-split.tsx'
import { talkBeside, topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { Inbox } from './inbox.ts'
import { briefRecords } from './brief-records.ts'
import { createFlowCalls } from './brief-flow.ts'
import { createStartCalls } from './brief-starts.ts'
import { appWords } from './words.ts'
import { saveDocument } from './save-document.ts'
import { saveUnsent } from './save-unsent.ts'
import { createSharingCalls } from './sharing-calls.ts'
import { DocumentMark } from './status/document-mark.tsx'
import { createTalkShowing } from './talk-showing.ts'

const BriefQuality = later(async () => (await import('./brief-quality.tsx')).BriefQuality)
const BriefFile = later(async () => (await import('./brief-files.tsx')).BriefFile)
const BriefTasks = later(async () => (await import('./brief-tasks.tsx')).BriefTasks)
const BriefTalk = later(async () => (await import('./brief-talk.tsx')).BriefTalk)

export function BriefRoute(props: {
  readonly replica: TypedReplica<DocumentSummary>
  readonly name: DocName
  readonly nameOf: (member: string) => string
  readonly overall: OverallStatus
  readonly titleOf: (name: DocName) => string
  readonly listed: (name: DocName) => ListedBrief | undefined
  readonly isPinned: (name: DocName) => boolean
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
  readonly people: readonly Person[]
  /** Null for the first moments. */
  readonly inbox: Inbox | null
  readonly now: () => number
  readonly briefs: readonly ListedBrief[]
  readonly documents: readonly IndexEntry<DocumentSummary>[]
}) {
  const navigate = useNavigate()
  // A place for a file first stands where a row is added, perhaps without a network.
  BriefFile.preload()
  const live = useDocument(props.replica, props.name)
  // What was shown once stays shown, should another tab let it go meanwhile. Not listed: it begins here.
  const isHere = createMemo(
    (before: boolean) => before || (props.listed(props.name)?.isHere ?? true),
    false,
  )
  const card = () => {
    const entry = isHere() ? undefined : props.listed(props.name)
    return entry && { summary: entry.summary, isComing: props.overall.link === 'ready' }
  }
  // Back goes where one came from; a brief opened by its link came from nowhere in the app.
  const back = (): void =>
    history.length > props.arrivedHere ? history.back() : navigate('/briefs')
  const [words, app] = [useWords(talkWords), useWords(appWords)]
  const lists = useWords(briefListWords)
  const sections = useWords(sectionWords)
  const standing = followStanding(props.replica)
  const right = followRight(props.replica, props.name)
  const grant = followGrant(props.replica, props.name)
  const wasShown = createMemo((before: boolean) => before || right() !== 'none', false)
  const beside = followUnsent(props.replica, talkBeside(props.name))
  const own = (): number => live.status().waiting + live.status().refused
  const unsent = () => ({ changes: own() + beside(), files: live.status().files })
  const saveOwn = async (): Promise<void> => {
    const changed = [
      ...(own() > 0 ? [props.name] : []),
      ...(beside() > 0 ? [talkBeside(props.name)] : []),
    ]
    try {
      await saveUnsent(props.replica, changed, unsent().files > 0 ? props.name : null)
    } catch (fault) {
      console.error(fault)
      showToast(app().exportFailed, { tone: 'bad' })
    }
  }
  // Its title leaves this device with it, and is known for as long as the page stands.
  const title = createMemo((before: string) => props.titleOf(props.name) || before, '')
  const sharing = createSharingCalls(props.replica, props.name)
  const others = () =>
    props.briefs.flatMap(({ name, summary }) =>
      name === props.name ? [] : [{ topic: topicOf(name), title: summary.title }],
    )
  const flow = createFlowCalls(props.replica, props.name)
  const starts = createStartCalls(props.replica, (name) => navigate(`/briefs/${name}`))
  const talk = createTalkShowing()
  createEffect(() => props.inbox?.seeSteps(props.name))
  const about = () => props.inbox?.talkOf(props.name) ?? { count: 0, unread: 0 }
  const side = () => (
    <Show when={props.inbox?.keeping}>
      {(keeping) => (
        <BriefTalk
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
  const isWide = createWide()
  const hasTalkRail = (): boolean => talk.open() && talk.wide()
  const hasQualityRail = (): boolean => !hasTalkRail() && isWide() && !card() && live.doc() !== null
  const qualityRail = () => (
    <Show when={live.doc()} keyed>
      {(doc) => (
        <BriefQuality replica={props.replica} doc={doc} as="rail" isInside={standing().isInside} />
      )}
    </Show>
  )
  const page = () => (
    <BriefPage
      live={live}
      nameOf={props.nameOf}
      status={
        <DocumentMark
          replica={props.replica}
          name={props.name}
          own={live.status()}
          overall={props.overall}
          titleOf={props.titleOf}
        />
      }
      flow={flow}
      afterAccepted={
        <Show when={standing().isInside}>
          <BriefTasks
            replica={props.replica}
            name={props.name}
            flow={flow}
            documents={props.documents}
            people={props.people}
            nameOf={props.nameOf}
            now={props.now}
            canWrite={live.canWrite()}
            open={navigate}
            knowsPrices={standing().knowsPrices}
          />
        </Show>
      }
      starts={standing().isInside && canBegin(standing().access) ? starts : undefined}
      standing={grant() && <StandingLine isGuest={standing().access === 'guest'} grant={grant()} />}
      card={card()}
      pin={{
        isPinned: () => props.isPinned(props.name),
        onPin: (on) => props.replica.pins.set(props.name, on),
      }}
      onBack={back}
      onExport={() => void saveDocument(props.replica, props.name)}
      mappings={props.replica.mappings}
      past={{
        me: props.replica.identity.member,
        list: () => props.replica.history.list(props.name),
        stateAt: (index) => props.replica.history.stateAt(props.name, index),
      }}
      quality={
        <Show when={!hasQualityRail()}>
          <Show when={live.doc()} keyed>
            {(doc) => (
              <BriefQuality
                replica={props.replica}
                doc={doc}
                as="line"
                isInside={standing().isInside}
              />
            )}
          </Show>
        </Show>
      }
      filePlace={(ask) => <BriefFile replica={props.replica} name={props.name} ask={ask} />}
      entries={
        <>
          <TalkEntry
            count={about().count}
            unread={about().unread}
            open={talk.open()}
            onToggle={() => (talk.open() ? talk.close() : talk.show())}
            onWrite={talk.write}
          />
          <Show when={standing().knowsPrices}>
            <EstimateEntry onOpen={() => navigate(`/briefs/${props.name}/estimate`)} />
          </Show>
          <Show when={standing().isInside}>
            <ShareEntry
              topic={topicOf(props.name)}
              title={props.titleOf(props.name)}
              calls={sharing}
              people={props.people}
              others={others()}
            />
            <RecordsAction
              records={briefRecords(props.replica)}
              scope={props.name}
              me={props.replica.identity}
              nameOf={props.nameOf}
            />
          </Show>
        </>
      }
    />
  )
  return (
    <Show
      when={right() !== 'none'}
      fallback={
        <NoLongerShared
          wasShown={wasShown()}
          title={title()}
          workspace={props.replica.identity.workspace.name}
          unsent={unsent()}
          backLabel={lists().briefs}
          onBack={back}
          onExport={() => void saveOwn()}
        />
      }
    >
      <RailSplit
        open={hasTalkRail() || hasQualityRail()}
        railLabel={hasTalkRail() ? words().talk : sections().quality}
        rail={
          <Show when={hasTalkRail()} fallback={qualityRail()}>
            {side()}
          </Show>
        }
      >
        {page()}
      </RailSplit>
      <Show when={talk.open() && !talk.wide()}>{side()}</Show>
    </Show>
  )
}

/** How many changes of a document are on this device alone. */
function followUnsent({ status }: Replica, name: DocName): () => number {
  const count = (): number => status.of(name).waiting + status.of(name).refused
  const [unsent, setUnsent] = createSignal(count())
  onCleanup(status.subscribe(() => setUnsent(count())))
  return unsent
}
