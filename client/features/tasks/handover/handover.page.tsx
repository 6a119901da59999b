/**
 * What a person reads when their hours begin: what waits for them and who needs it first, what of theirs gave way in a merge, and
 * what others moved. Everything leads on. Left out: how it is reckoned (client/live/handover.ts).
 */
import { createEffect, createMemo, Show, type JSX } from 'solid-js'
import { formatDate, formatNumber, formatTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { takesPart, type Handover } from '#client/live/handover.ts'
import { Button } from '#client/ui/button.tsx'
import { Disclosure } from '#client/ui/disclosure.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import { MovedList, type MovedThing } from './moved-list.tsx'
import { WaitsList } from './waits-list.tsx'
import { handoverWords } from './words.ts'

export interface HandoverPageProps {
  readonly handover: Handover
  readonly since: number
  readonly me: MemberId
  /** The person said where they are; else the workspace's hours count. */
  readonly hasHours: boolean
  /** In the inbox. */
  readonly unread: number
  readonly nameOf: (member: string) => string
  readonly titleOf: (name: DocName) => string
  readonly now: number
  /** Values that lost a merge, where there are any. */
  readonly lost: JSX.Element | null
  /** How far they were looked for; null once everything was. */
  readonly searching: string | null
  readonly onBack: () => void
}

export function HandoverPage(props: HandoverPageProps) {
  const words = useWords(handoverWords)
  createEffect(() => {
    document.title = words().title
  })
  const things = createMemo((): readonly MovedThing[] =>
    [
      ...props.handover.tasks.map((moved): MovedThing => ({ kind: 'task', ...moved })),
      ...props.handover.briefs.map((moved): MovedThing => ({ kind: 'brief', ...moved })),
    ].sort((one, other) => other.at - one.at),
  )
  const isMine = (moved: MovedThing): boolean =>
    moved.kind === 'brief' || takesPart(props.me, moved.thing)
  const mine = createMemo(() => things().filter(isMine))
  const others = createMemo(() => things().filter((moved) => !isMine(moved)))
  const waits = () => props.handover.waits
  const isEmpty = (): boolean =>
    waits().length === 0 && things().length === 0 && props.lost === null && props.searching === null
  const around = () => ({
    me: props.me,
    nameOf: props.nameOf,
    titleOf: props.titleOf,
    now: props.now,
  })
  return (
    <>
      <PageHead
        title={words().title}
        back={{ label: words().back, onBack: () => props.onBack() }}
      />
      <Page>
        <Stack gap="near">
          <Text kind="quiet">
            {words().since(`${formatDate(props.since)} ${formatTime(props.since)}`)}
          </Text>
          <Show when={!props.hasHours}>
            <Row wrap>
              <Text kind="small">{words().usualHours}</Text>
              <Button kind="quiet" href={`/people/${props.me}`}>
                {words().setHours}
              </Button>
            </Row>
          </Show>
          <Show when={props.unread > 0}>
            <Row>
              <Button kind="quiet" href="/inbox">
                {words().unread(formatNumber(props.unread))}
              </Button>
            </Row>
          </Show>
        </Stack>
        <Show
          when={!isEmpty()}
          fallback={<EmptyState title={words().empty} help={words().emptyHelp} />}
        >
          <Section title={words().waits} note={countOf(waits().length)}>
            <Show when={waits().length > 0} fallback={<Text kind="quiet">{words().noWaits}</Text>}>
              <WaitsList waits={waits()} {...around()} />
            </Show>
          </Section>
          <Show when={props.lost}>
            {(lost) => (
              <Section title={words().lost}>
                <Stack>
                  <Text kind="quiet">{words().lostHelp}</Text>
                  {lost()}
                </Stack>
              </Section>
            )}
          </Show>
          <Show when={mine().length > 0}>
            <Section title={words().moved} note={countOf(mine().length)}>
              <MovedList label={words().moved} things={mine()} {...around()} />
            </Section>
          </Show>
          <Show when={others().length > 0}>
            <Disclosure label={words().movedOther(formatNumber(others().length))}>
              <MovedList
                label={words().movedOther(formatNumber(others().length))}
                things={others()}
                {...around()}
              />
            </Disclosure>
          </Show>
        </Show>
        <Show when={props.searching}>{(searching) => <Text kind="small">{searching()}</Text>}</Show>
      </Page>
    </>
  )
}

const countOf = (count: number): string | undefined =>
  count === 0 ? undefined : formatNumber(count)
