/** One brief: its six fields on one calm page, who else is in it, and where its changes are. */
import { createEffect, createMemo, onCleanup, Show, type JSX } from 'solid-js'
import type * as Y from 'yjs'
import { formatDate } from '#client/i18n/format.ts'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import type { LiveDocument } from '#client/live/use-document.ts'
import { AvatarStack } from '#client/ui/avatar-stack.tsx'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { createNarrow } from '#client/ui/create-narrow.ts'
import { HeadActions } from '#client/ui/head-actions.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Section } from '#client/ui/section.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Text } from '#client/ui/text.tsx'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { followBrief } from './brief-signals.ts'
import { DatesSection } from './dates-section.tsx'
import { CardOnly, type BriefCard } from './card-only.tsx'
import { BriefFiles, type FileAsk } from './file-place.tsx'
import { HistoryEntry } from './history/history-entry.tsx'
import type { PastCalls } from './history/past-calls.ts'
import type { HeadingsMemory } from './import/create-import.ts'
import { NotesSection } from './notes-section.tsx'
import { PinControl, type PinCalls } from './pin-control.tsx'
import { PointsSection } from './points-section.tsx'
import { createFieldPresence } from './presence.ts'
import { ProductsSection } from './products-section.tsx'
import { TargetsRead } from './targets-read.tsx'
import { TargetsSection } from './targets-section.tsx'
import { TitleSection } from './title-section.tsx'
import { UndoControl } from './undo-control.tsx'
import { briefWords } from './words.ts'

export interface BriefPageProps {
  readonly live: LiveDocument
  readonly nameOf: (member: string) => string
  /** What this brief's changes do beyond what the shell says of all together; nothing most of the time. */
  readonly status: JSX.Element
  readonly onBack: () => void
  /** Saves what the relay does not take as a file. */
  readonly onExport: () => void
  /** Only its card is on this device. */
  readonly card?: BriefCard | null | undefined
  /** Without it the brief has no pin. */
  readonly pin?: PinCalls | undefined
  /** What was said of the columns of imported lists. */
  readonly mappings: HeadingsMemory
  /** Without it the brief shows no history. */
  readonly past?: PastCalls | undefined
  /** As what somebody outside is here, and until when; says also what they may not. */
  readonly standing?: JSX.Element
  /** What stands where a file may; without it nothing does. */
  readonly filePlace?: ((ask: FileAsk) => JSX.Element) | undefined
  /** Ways into what stands beside the brief. */
  readonly entries?: JSX.Element
}

export function BriefPage(props: BriefPageProps) {
  const words = useWords(briefWords)
  return (
    <Show
      when={props.card ? null : props.live.doc()}
      keyed
      fallback={
        <>
          <PageHead
            back={{ label: words().briefs, onBack: props.onBack }}
            title={props.card ? props.card.summary.title || words().untitled : undefined}
            hideTitle
            actions={<Show when={props.pin}>{(pin) => <PinControl pin={pin()} />}</Show>}
          />
          <Denied {...props} />
          <Show
            when={props.card}
            fallback={
              <Page>
                <Skeleton label={words().loading} />
              </Page>
            }
          >
            {(card) => <CardOnly card={card()} isDenied={props.live.denied() !== null} />}
          </Show>
        </>
      }
    >
      {(doc) => (
        <BriefFiles doc={doc} place={props.filePlace}>
          <OpenBrief {...props} doc={doc} />
        </BriefFiles>
      )}
    </Show>
  )
}

/** The relay does not open it here: what that means, and the way to keep what waits. */
function Denied(props: BriefPageProps) {
  const words = useWords(briefWords)
  return (
    <Show when={props.live.denied()}>
      {(why) => (
        <Banner
          tone="warn"
          edge
          action={
            <Show when={props.live.status().waiting > 0}>
              <Button kind="quiet" onClick={() => props.onExport()}>
                {words().keepCopy}
              </Button>
            </Show>
          }
        >
          {words().denied[why()]}
        </Banner>
      )}
    </Show>
  )
}

function OpenBrief(props: BriefPageProps & { readonly doc: Y.Doc }) {
  const words = useWords(briefWords)
  const isNarrow = createNarrow()
  const brief = followBrief(() => props.doc)
  const presence = createFieldPresence(
    () => props.live.awareness(),
    props.nameOf,
    words,
    () => props.live.canWrite(),
  )
  const undoing = createMemo(() => {
    const made = createBriefUndo(props.doc)
    onCleanup(() => made.destroy())
    return made
  })
  const undo = (): void => void undoing().undo()
  const readOnly = (): boolean => !props.live.canWrite()
  const facts = (): string => {
    const { wantedBy, rush } = brief.head()
    const count = brief.products().length
    return [
      count > 0 ? words().productCount(count) : '',
      wantedBy === null ? '' : formatDate(wantedBy),
      rush === 'rush' ? words().rushed : '',
    ]
      .filter((fact) => fact !== '')
      .join(' · ')
  }
  createEffect(() => {
    document.title = `${isolate(brief.head().title || words().untitled)} · ${words().briefs}`
  })
  return (
    <>
      <PageHead
        back={{ label: words().briefs, onBack: props.onBack }}
        title={brief.head().title || words().untitled}
        hideTitle
        marks={
          <>
            <Show when={!isNarrow()}>
              <Text kind="small" line>
                {facts()}
              </Text>
            </Show>
            {props.status}
          </>
        }
        actions={
          <HeadActions>
            <AvatarStack
              label={words().whoIsHere}
              people={presence.peers().map((peer) => ({ id: peer.member, name: peer.name }))}
            />
            <Show when={!readOnly()}>
              <UndoControl undoing={undoing()} />
            </Show>
            <Show when={props.pin}>{(pin) => <PinControl pin={pin()} />}</Show>
            {props.entries}
            <Show when={props.past}>
              {(past) => (
                <HistoryEntry
                  doc={props.doc}
                  past={past()}
                  nameOf={props.nameOf}
                  readOnly={readOnly()}
                  undo={undo}
                />
              )}
            </Show>
          </HeadActions>
        }
      />
      <Show when={props.live.rebuilt()}>
        <Banner tone="warn" edge>
          {words().rebuilt}
        </Banner>
      </Show>
      <Denied {...props} />
      <Show when={readOnly() && !props.standing}>
        <Banner tone="info" edge>
          {words().readOnly}
        </Banner>
      </Show>
      <Page>
        {props.standing}
        <TitleSection
          doc={props.doc}
          head={brief.head()}
          presence={presence}
          readOnly={readOnly()}
        />
        <ProductsSection
          doc={props.doc}
          name={props.live.name}
          products={brief.products()}
          presence={presence}
          readOnly={readOnly()}
          undo={undo}
          mappings={props.mappings}
        />
        <Show
          when={!readOnly()}
          fallback={
            <Section title={words().targets}>
              <TargetsRead targets={brief.targets()} />
            </Section>
          }
        >
          <TargetsSection doc={props.doc} targets={brief.targets()} readOnly={false} />
        </Show>
        <PointsSection
          doc={props.doc}
          points={brief.points()}
          presence={presence}
          readOnly={readOnly()}
          undo={undo}
        />
        <DatesSection
          doc={props.doc}
          head={brief.head()}
          presence={presence}
          readOnly={readOnly()}
        />
        <NotesSection
          doc={props.doc}
          awareness={props.live.awareness()}
          readOnly={readOnly()}
          nameOf={props.nameOf}
        />
      </Page>
    </>
  )
}
