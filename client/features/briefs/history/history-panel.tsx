/**
 * The history of the open brief beside it (a sheet on phones): a list of sittings, one moment to read, and the way back to
 * it. Works with what is on this device. Left out: what entries mean (shared/domain/briefs/history).
 */
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import { createEffect, createMemo, createSignal, on, onCleanup, Show } from 'solid-js'
import type * as Y from 'yjs'
import { formatDateTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { doneBy, sittings, type PastEntry } from '#shared/domain/briefs/history/sittings.ts'
import { putBack } from '#shared/documents/commands/put-back.ts'
import { restoreBrief } from '#shared/documents/commands/restore-brief.ts'
import type { LostValue } from '#shared/documents/readers/lost-values.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { compareWithNow } from './compare-with-now.ts'
import { createReading } from './create-reading.ts'
import { sayDone } from './done-words.ts'
import { LostValues } from './lost-values.tsx'
import type { PastCalls } from './past-calls.ts'
import { PastPreview } from './past-preview.tsx'
import { SittingList } from './sitting-list.tsx'
import { whoOf } from './who-of.ts'
import { historyWords } from './words.ts'
import './history.css'

export interface HistoryPanelProps {
  readonly doc: Y.Doc
  readonly past: PastCalls
  readonly nameOf: (member: string) => string
  readonly readOnly: boolean
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly undo: () => void
}

interface Shown {
  readonly entry: PastEntry
  readonly doc: Y.Doc
}

export function HistoryPanel(props: HistoryPanelProps) {
  const words = useWords(historyWords)
  const reading = createReading(() => props.past)
  const [shown, setShown] = createSignal<Shown | null>(null)
  const [changes, setChanges] = createSignal(0)
  const [newer, setNewer] = createSignal(false)
  let heading: HTMLHeadingElement | undefined
  let list: HTMLDivElement | undefined
  let cameFrom: { row: HTMLElement | null; scrolled: number } = { row: null, scrolled: 0 }

  const leavePreview = (): void => {
    shown()?.doc.destroy()
    setShown(null)
  }
  createEffect(() => {
    if (!props.open) return leavePreview()
    const { doc } = props
    // A list that is being read does not move because somebody writes.
    const changed = (): void => {
      setChanges((count) => count + 1)
      setNewer(true)
    }
    again()
    doc.on('update', changed)
    onCleanup(() => doc.off('update', changed))
  })
  onCleanup(leavePreview)

  const again = (): void => {
    reading.again()
    setNewer(false)
  }
  const pick = async (entry: PastEntry): Promise<void> => {
    const from = document.activeElement
    const { doc } = await props.past.stateAt(entry.index)
    leavePreview()
    const body = list?.parentElement ?? null
    cameFrom = { row: from instanceof HTMLElement ? from : null, scrolled: body?.scrollTop ?? 0 }
    setShown({ entry, doc })
    body?.scrollTo({ top: 0 })
    heading?.focus()
    body?.querySelector('[data-differs]')?.scrollIntoView({ block: 'nearest' })
  }
  const back = (): void => {
    leavePreview()
    list?.parentElement?.scrollTo({ top: cameFrom.scrolled })
    cameFrom.row?.focus({ preventScroll: true })
  }
  const timeOf = ({ at, saidAt }: PastEntry): string => formatDateTime(at || (saidAt ?? 0))
  const restore = (): void => {
    const now = shown()
    if (now === null) return
    const { entry, doc } = now
    restoreBrief(props.doc, doc, entry.at || (entry.saidAt ?? 0))
    props.onOpenChange(false)
    showToast(words().restored(timeOf(entry)), {
      tone: 'ok',
      action: { label: words().undo, run: () => props.undo() },
    })
  }
  const giveBack = (value: LostValue, said: string): void => {
    putBack(props.doc, value)
    again()
    showToast(words().putBackToast(said), {
      action: { label: words().undo, run: () => props.undo() },
    })
  }
  const known = createMemo(() => {
    const found = reading.entries()
    return found === null || found === 'unreadable' ? null : found
  })
  const told = createMemo(() => sittings(known() ?? []))
  const compared = createMemo(
    on([shown, changes], ([now]) => (now === null ? null : compareWithNow(now.doc, props.doc))),
  )
  const differences = (): number => compared()?.differences ?? 0
  const title = (): string => {
    const now = shown()
    return now === null ? words().history : words().preview(timeOf(now.entry))
  }
  const found = (): string =>
    differences() > 0 ? words().differ(differences()) : words().sameAsNow
  const description = (): string => {
    const now = shown()
    if (now === null) return words().help
    const who = whoOf(now.entry, { nameOf: props.nameOf, me: props.past.me })
    const made = [who, sayDone(doneBy([now.entry]), words())].join(words().who)
    return `${made} · ${found()}`
  }
  const actions = () => (
    <>
      <Button kind="quiet" onClick={back}>
        <ChevronLeft size={16} aria-hidden="true" />
        {words().back}
      </Button>
      <Show when={!props.readOnly && differences() > 0}>
        <Button kind="primary" onClick={restore}>
          {words().restore}
        </Button>
      </Show>
    </>
  )
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={title()}
      description={description()}
      closeLabel={words().close}
      size="side"
      actions={shown() === null ? undefined : actions()}
    >
      <div ref={(element) => (list = element)} hidden={shown() !== null}>
        <LostValues
          lost={reading.lost()}
          brief={readBrief(props.doc)}
          readOnly={props.readOnly}
          onPutBack={giveBack}
        />
        <Show when={newer()}>
          <Button kind="quiet" wide onClick={again}>
            {words().newer}
          </Button>
        </Show>
        <Show
          when={known()}
          fallback={
            reading.entries() === 'unreadable' ? (
              <EmptyState title={words().unreadable} />
            ) : (
              <Skeleton label={words().loading} />
            )
          }
        >
          <Show
            when={told().length > 0}
            fallback={<EmptyState title={words().empty} help={words().emptyHelp} />}
          >
            <SittingList
              sittings={told()}
              nameOf={props.nameOf}
              me={props.past.me}
              onPick={(entry) => void pick(entry).catch(reading.fail)}
            />
          </Show>
        </Show>
      </div>
      <Show when={shown()} keyed>
        {(now) => (
          <>
            <h3 class="ui-hidden-text" tabIndex={-1} ref={(element) => (heading = element)}>
              {found()}
            </h3>
            <Show when={compared()}>
              {(against) => (
                <PastPreview
                  doc={now.doc}
                  of={against().of}
                  compared={against().brief}
                  notesDiffer={against().notesDiffer}
                />
              )}
            </Show>
            <Show when={!props.readOnly && differences() > 0}>
              <p class="history-help">{words().restoreHelp}</p>
            </Show>
          </>
        )}
      </Show>
    </Dialog>
  )
}
