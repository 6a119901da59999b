/** Guest links that open this brief: what each allows, who came by it, to revoke; and a new one. */
import { createSignal, For, Show } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { InviteId, Topic } from '#shared/lib/ids.ts'
import type { SharedLink } from '#shared/records/sharing.ts'
import { LinkForm } from './link-form.tsx'
import { NewLinkShown } from './new-link-shown.tsx'
import type { MadeLink, NewLink, OtherBrief, SharingCalls } from './sharing-calls.ts'
import { sharingWords } from './words.ts'

export function LinksSection(props: {
  readonly links: readonly SharedLink[]
  readonly topic: Topic
  readonly title: string
  readonly others: readonly OtherBrief[]
  readonly calls: SharingCalls
  readonly attempt: (act: Promise<boolean>) => Promise<void>
}) {
  const words = useWords(sharingWords)
  const [made, setMade] = createSignal<MadeLink | null>(null)
  const [isMaking, setMaking] = createSignal(false)
  const ids = (): readonly InviteId[] => props.links.map(({ id }) => id)
  const linkOf = (id: InviteId) => props.links.find((one) => one.id === id)
  const make = (wanted: NewLink): Promise<void> =>
    props.attempt(
      props.calls.makeLink(wanted).then((link) => {
        setMade(link)
        if (link !== null) setMaking(false)
        return link !== null
      }),
    )
  const opensOf = ({ right, expiresAt }: SharedLink): string =>
    [words().rights[right], words().linkUntil(formatDate(expiresAt, 'short'))].join(' · ')
  const usedOf = ({ uses, guests, topics }: SharedLink): string =>
    [words().used(guests.length, uses), topics.length > 1 ? words().alsoOpens(topics.length) : '']
      .filter((fact) => fact !== '')
      .join(' · ')
  const stateOf = ({ state, isEndRefused }: SharedLink): string | null =>
    state !== 'stands' ? words().linkStates[state] : isEndRefused ? words().endRefused : null
  return (
    <Section title={words().links}>
      <Stack gap="related">
        <Text kind="quiet">{words().linksHelp}</Text>
        <Show when={ids().length === 0 && made() === null}>
          <Text kind="small">{words().noLinks}</Text>
        </Show>
        <For each={ids()}>
          {(id) => (
            <Show when={linkOf(id)}>
              {(link) => (
                <Stack gap="none">
                  <Row spread align="center">
                    <Text>{opensOf(link())}</Text>
                    <Show when={props.calls.mayMakeLinks() && link().state !== 'ending'}>
                      <Button
                        kind="quiet"
                        onClick={() => void props.attempt(props.calls.endLink(id))}
                      >
                        {words().endLink}
                      </Button>
                    </Show>
                  </Row>
                  <Text kind="small">{usedOf(link())}</Text>
                  {/* The one just made says it below, beside its address. */}
                  <Show when={made()?.id !== id && stateOf(link())}>
                    {(state) => <Text kind="small">{state()}</Text>}
                  </Show>
                </Stack>
              )}
            </Show>
          )}
        </For>
        <Show when={made()}>
          {(link) => (
            <NewLinkShown
              link={link().link}
              title={props.title || words().untitled}
              state={linkOf(link().id)?.state ?? 'waiting'}
            />
          )}
        </Show>
        <Show when={props.calls.mayMakeLinks()}>
          <Show
            when={isMaking()}
            fallback={
              <Row>
                <Button
                  onClick={() => {
                    setMade(null)
                    setMaking(true)
                  }}
                >
                  {words().newLink}
                </Button>
              </Row>
            }
          >
            <LinkForm
              topic={props.topic}
              others={props.others}
              now={props.calls.now}
              onMake={make}
            />
          </Show>
        </Show>
      </Stack>
    </Section>
  )
}
