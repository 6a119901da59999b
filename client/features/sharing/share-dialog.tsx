/** With whom a brief is shared: those inside in one sentence, outsourced people one by one, guest links. */
import { createEffect, createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Topic } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { Sharing } from '#shared/records/sharing.ts'
import { GrantsSection } from './grants-section.tsx'
import { LinksSection } from './links-section.tsx'
import type { OtherBrief, SharingCalls } from './sharing-calls.ts'
import { sharingWords } from './words.ts'

export interface ShareDialogProps {
  readonly topic: Topic
  readonly title: string
  readonly calls: SharingCalls
  readonly people: readonly Person[]
  /** Other briefs a link may open. */
  readonly others: readonly OtherBrief[]
  readonly onClose: () => void
}

export function ShareDialog(props: ShareDialogProps) {
  const words = useWords(sharingWords)
  const { sharing, isUnreadable } = followSharing(props.calls)
  const [notStored, setNotStored] = createSignal(false)
  let body: HTMLDivElement | undefined
  // What was pressed may be gone with what it ended, and the focus with it: Esc and Tab go on from here.
  createEffect(() => {
    if (sharing() === null) return
    queueMicrotask(() => {
      if (document.activeElement === document.body) body?.focus()
    })
  })
  const attempt = async (act: Promise<boolean>): Promise<void> => void setNotStored(!(await act))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().share}
      description={props.title || words().untitled}
      closeLabel={words().close}
      size="wide"
    >
      <div ref={(element) => (body = element)} tabIndex={-1}>
        <Stack gap="apart">
          <Text kind="quiet">{words().insideSee}</Text>
          <Show when={notStored()}>
            <Banner tone="bad">{words().notStored}</Banner>
          </Show>
          <Switch fallback={<Skeleton label={words().reading} lines={3} />}>
            <Match when={isUnreadable()}>
              <Banner tone="bad">{words().unreadable}</Banner>
            </Match>
            <Match when={sharing()}>
              {(now) => (
                <>
                  <GrantsSection
                    grants={now().grants}
                    people={props.people}
                    calls={props.calls}
                    attempt={attempt}
                  />
                  <Show when={props.calls.mayMakeLinks() || now().links.length > 0}>
                    <LinksSection
                      links={now().links}
                      topic={props.topic}
                      title={props.title}
                      others={props.others}
                      calls={props.calls}
                      attempt={attempt}
                    />
                  </Show>
                </>
              )}
            </Match>
          </Switch>
        </Stack>
      </div>
    </Dialog>
  )
}

/** Null until it is read once. */
function followSharing(calls: SharingCalls) {
  const [sharing, setSharing] = createSignal<Sharing | null>(null)
  const [isUnreadable, setUnreadable] = createSignal(false)
  let asked = 0
  const read = async (): Promise<void> => {
    const own = (asked += 1)
    try {
      const now = await calls.read()
      if (own !== asked) return
      setSharing(now)
      setUnreadable(false)
    } catch (fault) {
      console.error('what is shared could not be read', fault)
      if (own === asked) setUnreadable(true)
    }
  }
  void read()
  onCleanup(calls.subscribe(() => void read()))
  onCleanup(() => (asked = -1))
  return { sharing, isUnreadable }
}
