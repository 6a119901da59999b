/** The briefs of the workspace, also those of which this device has only a card: the ones wanted soonest first, undated ones by their last change. */
import Cloud from 'lucide-solid/icons/cloud'
import Pin from 'lucide-solid/icons/pin'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { formatDate, formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { HeadNote } from '#client/ui/head-note.tsx'
import { LinkList } from '#client/ui/link-list.tsx'
import { ListRow } from '#client/ui/list-row.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Text } from '#client/ui/text.tsx'
import { ThumbBar } from '#client/ui/thumb-bar.tsx'
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { settledCount } from './settled-count.ts'
import type { FlowOutcome } from '#shared/records/brief-flow.ts'
import { briefListWords } from './list-words.ts'

export interface ListedBrief {
  readonly name: DocName
  /** False: only its card is on this device. */
  readonly isHere: boolean
  readonly changedAt: number
  readonly summary: BriefSummary
}

/** Of all documents the briefs. */
export const briefsAmong = (
  documents: readonly {
    name: DocName
    isHere: boolean
    changedAt: number
    summary: DocumentSummary
  }[],
): readonly ListedBrief[] =>
  documents.flatMap(({ summary, ...one }) =>
    summary.kind === 'brief' ? [{ ...one, summary }] : [],
  )

export interface BriefListProps {
  readonly briefs: readonly ListedBrief[]
  readonly isPinned: (name: DocName) => boolean
  /** What has become of it; null for a draft, and for all of them in the first moments. */
  readonly stateOf: (name: DocName) => FlowOutcome | null
  readonly current: string | null
  /** Whether this person may start briefs, and bring in a workspace file. */
  readonly mayBegin: boolean
  readonly mayImport: boolean
  /** Sees what is shared with them alone. */
  readonly isOutside: boolean
  /** The first of them are still on their way. */
  readonly isFetching?: boolean | undefined
  readonly onNew: () => void
}

export function BriefList(props: BriefListProps) {
  const words = useWords(briefListWords)
  const canWrite = (): boolean => props.mayBegin
  const sorted = createMemo(() => [...props.briefs].sort(bySoonest))
  const count = createMemo(() => props.briefs.filter(({ isHere }) => !isHere).length)
  const elsewhere = settledCount(
    count,
    () => props.isFetching === true,
    // A device on which nothing is yet has only just come here.
    count() < props.briefs.length ? count() : 0,
  )
  const create = () => (
    <Button kind="primary" onClick={props.onNew}>
      {words().newBrief}
    </Button>
  )
  return (
    <>
      <PageHead
        title={words().briefs}
        marks={
          <Show when={sorted().length > 0}>
            <Text kind="small">{String(sorted().length)}</Text>
            <Show when={elsewhere() > 0}>
              <HeadNote
                href="/device"
                label={words().notHereCount(
                  formatNumber(elsewhere()),
                  formatNumber(sorted().length),
                )}
                icon={<Cloud size={14} aria-hidden="true" />}
                figure={formatNumber(elsewhere())}
                words={words().notHere}
              />
            </Show>
          </Show>
        }
        actions={<Show when={canWrite() && sorted().length > 0}>{create()}</Show>}
      />
      <Show
        when={sorted().length > 0}
        fallback={
          <EmptyState
            title={words().noBriefs}
            help={
              canWrite()
                ? words().noBriefsHelp
                : props.isOutside
                  ? words().noBriefsOutside
                  : words().noBriefsViewer
            }
            action={<Show when={canWrite()}>{create()}</Show>}
            other={
              <Show when={props.mayImport}>
                <a href="/device#workspace-file">{words().importFile}</a>
              </Show>
            }
          />
        }
      >
        <LinkList
          label={words().briefs}
          items={sorted()}
          itemId={(brief) => brief.name}
          nameOf={(brief) => brief.summary.title}
          currentId={props.current}
        >
          {(brief, tabIndex) => (
            <ListRow
              href={`/briefs/${brief().name}`}
              title={brief().summary.title || words().untitled}
              unnamed={brief().summary.title === ''}
              mark={
                props.isPinned(brief().name) ? (
                  <Pin size={13} fill="currentColor" role="img" aria-label={words().isPinned} />
                ) : brief().isHere ? undefined : (
                  <Cloud size={13} role="img" aria-label={words().isElsewhere} />
                )
              }
              current={props.current === brief().name}
              tabIndex={tabIndex()}
              notes={[
                marketNames(brief().summary),
                words().productCount(brief().summary.products),
              ].filter((note) => note !== '')}
              end={endOf(brief().summary, words().noDate)}
              pill={<SummaryPill summary={brief().summary} state={props.stateOf(brief().name)} />}
            />
          )}
        </LinkList>
        <Show when={canWrite()}>
          <ThumbBar>{create()}</ThumbBar>
        </Show>
      </Show>
    </>
  )
}

/** What asks for somebody first: a title to choose, a step of the flow, haste. */
export function SummaryPill(props: {
  readonly summary: BriefSummary
  readonly state?: FlowOutcome | null
}) {
  const words = useWords(briefListWords)
  return (
    <Switch
      fallback={
        <Show when={props.summary.rush === 'rush'}>
          <StatusPill tone="warn">{words().rushed}</StatusPill>
        </Show>
      }
    >
      <Match when={props.summary.chooseTitle}>
        <StatusPill tone="warn">{words().choosePill}</StatusPill>
      </Match>
      <Match when={props.state}>
        {(state) => <StatusPill tone={tones[state()]}>{words().states[state()]}</StatusPill>}
      </Match>
    </Switch>
  )
}

const tones = { submitted: 'info', accepted: 'ok', returned: 'warn' } as const

const endOf = ({ wantedBy }: BriefSummary, none: string): string =>
  wantedBy === null ? none : formatDate(wantedBy)

/** The first two by name, the others by their number: a row has no room for more. */
export function marketNames({ markets }: BriefSummary): string {
  const named = markets.slice(0, 2).map((id) => marketById(id)?.[language()] ?? id)
  const others = markets.length - named.length
  return named.join(' · ') + (others > 0 ? ` +${others}` : '')
}

export function bySoonest(a: ListedBrief, b: ListedBrief): number {
  const [first, second] = [a.summary.wantedBy ?? '9999', b.summary.wantedBy ?? '9999']
  return first === second ? b.changedAt - a.changedAt : first < second ? -1 : 1
}
