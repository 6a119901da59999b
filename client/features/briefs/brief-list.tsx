/** The briefs on this device, the ones wanted soonest first, undated ones by their last change. */
import { createMemo, For, Show } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { ListRow } from '#client/ui/list-row.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Text } from '#client/ui/text.tsx'
import { ThumbBar } from '#client/ui/thumb-bar.tsx'
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { briefWords } from './words.ts'

export interface ListedBrief {
  readonly name: string
  readonly changedAt: number
  readonly summary: BriefSummary
}

export interface BriefListProps {
  readonly briefs: readonly ListedBrief[]
  readonly current: string | null
  readonly canWrite: boolean
  readonly onNew: () => void
}

export function BriefList(props: BriefListProps) {
  const words = useWords(briefWords)
  const sorted = createMemo(() => [...props.briefs].sort(bySoonest))
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
          </Show>
        }
        actions={<Show when={props.canWrite && sorted().length > 0}>{create()}</Show>}
      />
      <Show
        when={sorted().length > 0}
        fallback={
          <EmptyState
            title={words().noBriefs}
            help={props.canWrite ? words().noBriefsHelp : words().noBriefsViewer}
            action={<Show when={props.canWrite}>{create()}</Show>}
          />
        }
      >
        <nav aria-label={words().briefs} onKeyDown={moveInList}>
          <For each={sorted()}>
            {(brief) => (
              <ListRow
                href={`/briefs/${brief.name}`}
                title={brief.summary.title || words().untitled}
                unnamed={brief.summary.title === ''}
                current={props.current === brief.name}
                notes={[
                  marketNames(brief.summary),
                  words().productCount(brief.summary.products),
                ].filter((note) => note !== '')}
                end={
                  brief.summary.wantedBy === null
                    ? words().noDate
                    : formatDate(brief.summary.wantedBy)
                }
                pill={
                  <Show
                    when={brief.summary.chooseTitle}
                    fallback={
                      <Show when={brief.summary.rush === 'rush'}>
                        <StatusPill tone="warn">{words().rushed}</StatusPill>
                      </Show>
                    }
                  >
                    <StatusPill tone="warn">{words().choosePill}</StatusPill>
                  </Show>
                }
              />
            )}
          </For>
        </nav>
        <Show when={props.canWrite}>
          <ThumbBar>{create()}</ThumbBar>
        </Show>
      </Show>
    </>
  )
}

/** Up and Down go from brief to brief; Enter opens, as on any link. */
function moveInList(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const rows = [...event.currentTarget.querySelectorAll('a')]
  const at = rows.findIndex((row) => row === document.activeElement)
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}

/** The first two by name, the others by their number: a row has no room for more. */
function marketNames({ markets }: BriefSummary): string {
  const named = markets.slice(0, 2).map((id) => marketById(id)?.[language()] ?? id)
  const others = markets.length - named.length
  return named.join(' · ') + (others > 0 ? ` +${others}` : '')
}

function bySoonest(a: ListedBrief, b: ListedBrief): number {
  const [first, second] = [a.summary.wantedBy ?? '9999', b.summary.wantedBy ?? '9999']
  return first === second ? b.changedAt - a.changedAt : first < second ? -1 : 1
}
