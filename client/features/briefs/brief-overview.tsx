/** Beside the list while no brief is open: the ones that want somebody today, by reason. Nothing here is counted twice. */
import { createMemo, For, Show } from 'solid-js'
import { dayOf, formatDate, formatRelative } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { createEntries } from '#client/ui/create-entries.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { ListRow } from '#client/ui/list-row.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Section } from '#client/ui/section.tsx'
import { Text } from '#client/ui/text.tsx'
import { missingIn, reasonOf, reasons, type Reason } from '#shared/domain/briefs/attention.ts'
import { bySoonest, marketNames, SummaryPill, type ListedBrief } from './brief-list.tsx'
import { briefWords } from './words.ts'

export interface BriefOverviewProps {
  readonly briefs: readonly ListedBrief[]
  readonly now: number
}

/** More than this of one reason is a list of its own, and the list stands beside. */
const shownEach = 6

export function BriefOverview(props: BriefOverviewProps) {
  const words = useWords(briefWords)
  const groups = createMemo(() => {
    const found = new Map<Reason, ListedBrief[]>()
    for (const brief of props.briefs) {
      const reason = reasonOf(brief.summary, dayOf(props.now))
      if (reason !== null) found.set(reason, [...(found.get(reason) ?? []), brief])
    }
    return reasons.flatMap((reason) => {
      const briefs = found.get(reason)
      return briefs === undefined ? [] : [{ reason, briefs: briefs.sort(bySoonest) }]
    })
  })
  /** What colleagues and this person worked on last, where nothing above says so already. */
  const recent = createMemo(() =>
    props.briefs
      .filter(({ summary }) => reasonOf(summary, dayOf(props.now)) === null)
      .sort((a, b) => b.changedAt - a.changedAt)
      .slice(0, shownEach),
  )
  const byReason = createEntries(groups, ({ reason }) => reason)
  return (
    <Show
      when={groups().length + recent().length > 0}
      fallback={<EmptyState title={words().allCalm} help={words().pickBrief} />}
    >
      <PageHead title={groups().length > 0 ? words().attention : words().allCalm} />
      <Page>
        <For each={byReason.ids()}>
          {(id) => {
            const group = byReason.entryOf(id)
            return <Wanting reason={group().reason} briefs={group().briefs} />
          }}
        </For>
        <Show when={recent().length > 0}>
          <Section title={words().recent}>
            <BriefRows
              briefs={recent()}
              noteOf={({ summary }) => words().productCount(summary.products)}
              endOf={({ changedAt }) => formatRelative(changedAt, props.now)}
            />
          </Section>
        </Show>
      </Page>
    </Show>
  )
}

function Wanting(props: { readonly reason: Reason; readonly briefs: readonly ListedBrief[] }) {
  const words = useWords(briefWords)
  const noteOf = ({ summary }: ListedBrief): string =>
    props.reason === 'unfinished'
      ? words().stillMissing(
          missingIn(summary)
            .map((part) => words().missing[part])
            .join(words().partBetween),
        )
      : words().productCount(summary.products)
  return (
    <Section title={words().reasons[props.reason]} note={String(props.briefs.length)}>
      <BriefRows
        briefs={props.briefs.slice(0, shownEach)}
        noteOf={noteOf}
        endOf={({ summary: { wantedBy } }) =>
          wantedBy === null ? undefined : formatDate(wantedBy)
        }
      />
      <Show when={props.briefs.length > shownEach}>
        <Text kind="small">{words().moreInList(props.briefs.length - shownEach)}</Text>
      </Show>
    </Section>
  )
}

/** A row stays the same one while what it says changes: made anew under a finger it would lose the press. */
function BriefRows(props: {
  readonly briefs: readonly ListedBrief[]
  readonly noteOf: (brief: ListedBrief) => string
  readonly endOf: (brief: ListedBrief) => string | undefined
}) {
  const entries = createEntries(
    () => props.briefs,
    ({ name }) => name,
  )
  return (
    <For each={entries.ids()}>
      {(name) => {
        const brief = entries.entryOf(name)
        return <BriefRow brief={brief()} note={props.noteOf(brief())} end={props.endOf(brief())} />
      }}
    </For>
  )
}

function BriefRow(props: {
  readonly brief: ListedBrief
  readonly note: string
  readonly end: string | undefined
}) {
  const words = useWords(briefWords)
  return (
    <ListRow
      href={`/briefs/${props.brief.name}`}
      title={props.brief.summary.title || words().untitled}
      unnamed={props.brief.summary.title === ''}
      notes={[marketNames(props.brief.summary), props.note].filter((note) => note !== '')}
      pill={<SummaryPill summary={props.brief.summary} />}
      end={props.end}
    />
  )
}
