/** The team's SOP for each kind of asset, its versions, and, for owners and leads, a draft of the next one. */
import { createEffect, createSignal, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { TeamSop } from '#client/live/follow-sop.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { later } from '#client/ui/later.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Row } from '#client/ui/row.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { EditHalf } from './edit-half.tsx'
import { SopReading } from './sop-reading.tsx'
import { SopRules } from './sop-rules.tsx'
import { SopDraftBar } from './sop-draft-bar.tsx'
import { sayInstead, versionName, whenSaid, whoSaid } from './say-version.ts'
import type { SopCalls } from './sop-calls.ts'
import { VersionsSection } from './versions-section.tsx'
import { sopWords } from './words.ts'

const StageDialog = later(async () => (await import('./stage-dialog.tsx')).StageDialog)
const PublishDialog = later(async () => (await import('./publish-dialog.tsx')).PublishDialog)

export interface SopPageProps {
  /** Null for the first moments. */
  readonly sop: TeamSop | null
  readonly calls: SopCalls
  readonly nameOf: (member: string) => string
  readonly onBack: () => void
}

const kinds = ['image', 'video', 'copy', 'mixed'] as const satisfies readonly DeliverableKind[]
const halves = ['master', 'adaptation'] as const

export function SopPage(props: SopPageProps) {
  const words = useWords(sopWords)
  createEffect(() => {
    document.title = words().title
  })
  return (
    <>
      <PageHead title={words().title} back={{ label: words().back, onBack: props.onBack }} />
      <Page>
        <Show when={props.sop} fallback={<Skeleton label={words().reading} lines={6} />}>
          {(sop) => <OpenSop {...props} sop={sop()} />}
        </Show>
      </Page>
    </>
  )
}

function OpenSop(props: SopPageProps & { readonly sop: TeamSop }) {
  const words = useWords(sopWords)
  const [kind, setKind] = createSignal<DeliverableKind>('image')
  /** Another version than the one in force. */
  const [looking, setLooking] = createSignal<string | null>(null)
  const [editing, setEditing] = createSignal<string | null>(null)
  /** What is to be published: the draft, or a version that is here. */
  const [publishing, setPublishing] = createSignal<'draft' | string | null>(null)
  const among = () => ({ me: props.calls.me, nameOf: props.nameOf })
  const current = () => props.sop.versions.current
  const shown = (): SopContent => {
    const version = looking()
    return (version === null ? null : props.sop.shelf.find(version).sop) ?? props.sop.now.sop
  }
  const draft = () => (props.calls.mayChange() && looking() === null ? props.calls.draft() : null)
  const change = (content: SopContent): void =>
    props.calls.keepDraft({ content, over: draft()?.over ?? current()?.id ?? null })
  const begin = (): void =>
    props.calls.keepDraft({ content: props.sop.now.sop, over: current()?.id ?? null })
  const discard = (): void => {
    const was = props.calls.draft()
    props.calls.keepDraft(null)
    showToast(words().discarded, {
      action: { label: words().undo, run: () => props.calls.keepDraft(was) },
    })
  }
  const movedOnBy = (): string | null => {
    const [mine, now] = [draft(), current()]
    return mine === null || now === null || mine.over === now.id ? null : whoSaid(now.by, among())
  }
  const nameOfVersion = (version: string): string =>
    versionName(props.sop.versions.all.findLast((one) => one.version === version) ?? null)
  const wanted = (): SopContent | null => {
    const what = publishing()
    if (what === 'draft') return draft()?.content ?? null
    return what === null ? null : props.sop.shelf.find(what).sop
  }
  const publish = (content: SopContent, reason: string) => {
    const what = publishing()
    return what === null || what === 'draft'
      ? props.calls.publish(content, reason, current())
      : props.calls.use(what, reason, current())
  }
  const done = (): void => {
    if (publishing() === 'draft') props.calls.keepDraft(null)
    setPublishing(null)
    setLooking(null)
    showToast(words().done, { tone: 'ok' })
  }
  const edited = () => {
    const [content, id] = [draft()?.content, editing()]
    const stage = content === undefined || id === null ? null : stageById(content, id)
    return content === undefined || stage === null ? null : { content, stage }
  }
  return (
    <Stack gap="apart">
      <Stack gap="related">
        <Show
          when={draft()}
          fallback={
            <Show when={looking()} fallback={<Standing {...props} onChange={begin} />}>
              {(version) => (
                <Banner
                  tone="info"
                  action={
                    <Button kind="quiet" onClick={() => setLooking(null)}>
                      {words().toCurrent}
                    </Button>
                  }
                >
                  {words().lookingAt(nameOfVersion(version()))}
                </Banner>
              )}
            </Show>
          }
        >
          <SopDraftBar
            movedOnBy={movedOnBy()}
            onPublish={() => setPublishing('draft')}
            onDiscard={discard}
            onShipped={() => change(defaultSop)}
          />
        </Show>
        <ChoiceChips
          label={words().of}
          hideLabel
          choices={kinds.map((value) => ({ value, label: words().kinds[value] }))}
          chosen={[kind()]}
          onToggle={(one) => setKind(one)}
        />
      </Stack>
      <Show when={draft()} fallback={<SopReading sop={shown()} kind={kind()} />}>
        {(mine) => (
          <For each={halves}>
            {(half) => (
              <EditHalf
                sop={mine().content}
                half={half}
                kind={kind()}
                onChange={change}
                onEdit={setEditing}
              />
            )}
          </For>
        )}
      </Show>
      <SopRules sop={draft()?.content ?? shown()} onChange={draft() === null ? null : change} />
      <VersionsSection
        sop={props.sop}
        among={among()}
        mayChange={props.calls.mayChange()}
        onLook={(version) => (setLooking(version), scrollTo({ top: 0 }))}
        onUse={setPublishing}
      />
      <Show when={edited()}>
        {(one) => (
          <StageDialog
            sop={one().content}
            stage={one().stage}
            kind={kind()}
            onChange={change}
            onClose={() => setEditing(null)}
          />
        )}
      </Show>
      <Show when={wanted()}>
        {(content) => (
          <PublishDialog
            title={
              publishing() === 'draft'
                ? words().publishTitle
                : words().useTitle(nameOfVersion(publishing() ?? ''))
            }
            before={props.sop.now.sop}
            after={content()}
            length={props.calls.lengthOf(content())}
            publish={(reason) => publish(content(), reason)}
            onDone={done}
            onClose={() => setPublishing(null)}
          />
        )}
      </Show>
    </Stack>
  )
}

/** Which version is in force, and the way to change it. */
function Standing(props: SopPageProps & { readonly sop: TeamSop; readonly onChange: () => void }) {
  const words = useWords(sopWords)
  const among = () => ({ me: props.calls.me, nameOf: props.nameOf })
  const by = () => props.sop.now.by
  const saidBy = (): string => {
    const one = by()
    return one === null ? words().shippedHelp : whenSaid(one, among())
  }
  return (
    <Stack gap="near">
      <Show when={sayInstead(props.sop.now, among())}>
        {(sentence) => <Banner tone="warn">{sentence()}</Banner>}
      </Show>
      <Row spread align="start">
        <Stack gap="none">
          <Text>{versionName(by())}</Text>
          <Text kind="small">
            {[saidBy(), by()?.isWaiting ? words().waiting : '']
              .filter(Boolean)
              .join(words().between)}
          </Text>
          <Text kind="small">
            {props.calls.mayChange() ? words().newOnes : words().whoCanChange}
          </Text>
        </Stack>
        <Show when={props.calls.mayChange()}>
          <Button onClick={() => props.onChange()}>{words().change}</Button>
        </Show>
      </Row>
    </Stack>
  )
}
