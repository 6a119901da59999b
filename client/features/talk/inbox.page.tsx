/** The inbox: what colleagues said to this person and did for them to act on, unread first; each line leads to it. */
import Moon from 'lucide-solid/icons/moon'
import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { formatDateTime, formatRelative } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { HeadAction, HeadActions } from '#client/ui/head-actions.tsx'
import { LinkList } from '#client/ui/link-list.tsx'
import { ListRow } from '#client/ui/list-row.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { choiceWords } from './inbox/choice-words.ts'
import { inboxWords } from './inbox/words.ts'

/** A line of it, whatever it is about. */
export interface InboxLine {
  readonly id: string
  readonly kind: keyof (typeof inboxWords)['zh']['kinds']
  readonly writer: string
  /** The beginning of what was said, or the reason that was given. */
  readonly text: string
  readonly at: number
  readonly unread: boolean
  readonly about: DocName
  /** Absent where nothing was said. */
  readonly comment?: string
}

export interface InboxPageProps {
  readonly notices: readonly InboxLine[]
  /** Nothing was turned off. */
  readonly isAllTold: boolean
  /** The way to what moved while one was away, and how much of it is new; null for whoever has no such page. */
  readonly handover: {
    readonly label: string
    readonly news: string | null
    readonly onOpen: () => void
    readonly href: string
  } | null
  /** A name to show for a writer; empty for nobody known. */
  readonly nameOf: (writer: string) => string
  readonly titleOf: (name: DocName) => string
  /** Where what a talk is about is read. */
  readonly addressOf: (about: DocName) => string
  readonly now: () => number
  readonly onReadAll: () => void
  /** Which events become news is chosen on a page of its own. */
  readonly onChoose: () => void
}

/** Ages are told in minutes. */
const tickMs = 30_000
const dayMs = 24 * 3_600_000

export function InboxPage(props: InboxPageProps) {
  const [words, choice] = [useWords(inboxWords), useWords(choiceWords)]
  const [now, setNow] = createSignal(props.now())
  const timer = setInterval(() => setNow(props.now()), tickMs)
  onCleanup(() => clearInterval(timer))
  const unread = createMemo(() => props.notices.some((notice) => notice.unread))
  createEffect(() => {
    document.title = words().inbox
  })
  const said = (notice: InboxLine): string => {
    const name = props.nameOf(notice.writer) || words().somebody
    const title = props.titleOf(notice.about) || words().untitled
    return words().about(words().kinds[notice.kind](name), title)
  }
  const addressOf = ({ about, comment }: InboxLine): string =>
    `${props.addressOf(about)}${comment === undefined ? '' : `#comment-${comment}`}`
  const noteOf = ({ text, comment }: InboxLine): string =>
    text || (comment === undefined ? '' : words().onlyCard)
  const readAll = (): void => {
    props.onReadAll()
    showToast(words().allRead, { tone: 'ok' })
  }
  const when = (at: number): string => {
    if (at === 0) return ''
    const from = Math.max(now(), props.now())
    return from - at < dayMs ? formatRelative(Math.min(at, from), from) : formatDateTime(at)
  }
  return (
    <>
      <PageHead
        title={words().inbox}
        actions={
          <HeadActions>
            <Show when={unread()}>
              <Button kind="quiet" onClick={readAll}>
                {words().readAll}
              </Button>
            </Show>
            <Show when={props.handover}>
              {(handover) => (
                <HeadAction
                  label={handover().label}
                  icon={() => <Moon size={18} aria-hidden="true" />}
                  onPress={() => handover().onOpen()}
                />
              )}
            </Show>
            <HeadAction
              label={choice().choose}
              icon={() => <SlidersHorizontal size={18} aria-hidden="true" />}
              onPress={() => props.onChoose()}
            />
          </HeadActions>
        }
      />
      <Show when={props.handover?.news}>
        {(news) => (
          <Banner
            edge
            tone="info"
            action={
              <Button kind="quiet" href={props.handover?.href}>
                {props.handover?.label}
              </Button>
            }
          >
            {news()}
          </Banner>
        )}
      </Show>
      <Show
        when={props.notices.length > 0}
        fallback={
          <EmptyState
            title={words().empty}
            help={props.isAllTold ? words().emptyHelp : words().emptyPartly}
          />
        }
      >
        <LinkList
          label={words().inbox}
          items={props.notices}
          itemId={(notice) => notice.id}
          nameOf={said}
          currentId={null}
        >
          {(notice, tabIndex) => (
            <ListRow
              href={addressOf(notice())}
              title={said(notice())}
              tabIndex={tabIndex()}
              notes={[noteOf(notice())]}
              end={when(notice().at)}
              pill={
                <Show when={notice().unread}>
                  <StatusPill tone="info">{words().unread}</StatusPill>
                </Show>
              }
            />
          )}
        </LinkList>
      </Show>
    </>
  )
}
