/** One brief: its whole form on one calm page, who else is in it, and where its changes are. */
import { createEffect, createMemo, onCleanup, Show, type JSX } from 'solid-js'
import type * as Y from 'yjs'
import { formatDate } from '#client/i18n/format.ts'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import type { LiveDocument } from '#client/live/use-document.ts'
import { AvatarStack } from '#client/ui/avatar-stack.tsx'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { HeadActions } from '#client/ui/head-actions.tsx'
import { later } from '#client/ui/later.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Section } from '#client/ui/section.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { followBrief } from './brief-signals.ts'
import { DatesSection } from './dates-section.tsx'
import { CardOnly, type BriefCard } from './card-only.tsx'
import type { FlowCalls } from './flow/flow-calls.ts'
import { FlowBar } from './flow/flow-bar.tsx'
import { BriefFiles, type FileAsk } from './file-place.tsx'
import { HistoryEntry } from './history/history-entry.tsx'
import type { PastCalls } from './history/past-calls.ts'
import type { HeadingsMemory } from './import/create-import.ts'
import { NotesSection } from './notes-section.tsx'
import { PinControl, type PinCalls } from './pin-control.tsx'
import { OutEntry } from './out/out-entry.tsx'
import { PointsSection } from './points-section.tsx'
import { createFieldPresence } from './presence.ts'
import { goToItem } from './quality/go-to-part.ts'
import { CopyEntries } from './start/copy-entries.tsx'
import type { StartCalls } from './start/start-calls.ts'
import { StartHint } from './start/start-hint.tsx'
import { ProductsSection } from './products-section.tsx'
import { DeliverablesSection } from './sections/deliverables-section.tsx'
import { followList } from './sections/follow-list.ts'
import type { SectionOf } from './sections/section-of.ts'
import { TargetsRead } from './targets-read.tsx'
import { TargetsSection } from './targets-section.tsx'
import { TitleSection } from './title-section.tsx'
import { UndoControl } from './undo-control.tsx'
import { briefWords } from './words.ts'

const FormSections = later(
  async () => (await import('./sections/form-sections.tsx')).FormSections,
  () => <Skeleton label={useWords(briefWords)().loading} lines={6} />,
)

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
  /** Without it the brief goes nowhere, as a template. */
  readonly flow?: FlowCalls | undefined
  /** What can be done with an accepted brief. */
  readonly afterAccepted?: JSX.Element
  /** Without it nothing begins from it, and it from nothing. */
  readonly starts?: StartCalls | undefined
  /** How complete it is, as a line above it. */
  readonly quality?: JSX.Element
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
  const section = (): SectionOf => ({ doc: props.doc, presence, readOnly: readOnly(), undo })
  const deliverables = followList(props, 'deliverables')
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
            <Text kind="small" line>
              {facts()}
            </Text>
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
            <OutEntry name={props.live.name} doc={props.doc} />
            <Show when={props.starts}>
              {(starts) => (
                <CopyEntries doc={props.doc} title={brief.head().title} calls={starts()} />
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
        <Stack gap="related">
          {props.standing}
          <Show when={props.flow}>
            {(flow) => (
              <FlowBar
                calls={flow()}
                doc={props.doc}
                canWrite={!readOnly()}
                nameOf={props.nameOf}
                onGoTo={goToItem}
                afterAccepted={props.afterAccepted}
              />
            )}
          </Show>
          {props.quality}
          <TitleSection
            doc={props.doc}
            head={brief.head()}
            presence={presence}
            readOnly={readOnly()}
          />
        </Stack>
        <Show when={!readOnly() && props.starts}>
          {(starts) => <StartHint name={props.live.name} doc={props.doc} calls={starts()} />}
        </Show>
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
              <TargetsRead doc={props.doc} targets={brief.targets()} />
            </Section>
          }
        >
          <TargetsSection doc={props.doc} targets={brief.targets()} />
        </Show>
        <DeliverablesSection section={section()} rows={deliverables()} targets={brief.targets()} />
        <PointsSection
          doc={props.doc}
          points={brief.points()}
          presence={presence}
          readOnly={readOnly()}
          undo={undo}
        />
        <FormSections
          section={section()}
          products={brief.products()}
          targets={brief.targets()}
          deliverables={deliverables()}
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
