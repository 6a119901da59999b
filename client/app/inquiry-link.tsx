/** A guest link that opens the brief to look at, made in one tap from an inquiry (docs/decisions.md, 34). */
import { createSignal, onCleanup, Show } from 'solid-js'
import { inquiryWords } from '#client/features/estimates/inquiry-words.ts'
import { NewLinkShown } from '#client/features/sharing/new-link-shown.tsx'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { SharingState } from '#shared/records/sharing.ts'
import { createSharingCalls } from './sharing-calls.ts'

const weekMs = 7 * 24 * 3_600_000
const people = 5

export function InquiryLink(props: {
  readonly replica: Replica
  /** The brief. */
  readonly name: DocName
  readonly title: string
}) {
  const words = useWords(inquiryWords)
  const calls = createSharingCalls(props.replica, props.name)
  const [made, setMade] = createSignal<{ readonly id: string; readonly link: string } | null>(null)
  const [state, setState] = createSignal<SharingState>('waiting')
  const [pending, setPending] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const read = async (): Promise<void> => {
    const link = made()
    if (link === null) return
    const { links } = await calls.read()
    setState(links.find(({ id }) => id === link.id)?.state ?? 'waiting')
  }
  onCleanup(
    calls.subscribe(
      () => void read().catch((fault: unknown) => console.error('a link could not be read', fault)),
    ),
  )
  const make = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const link = await calls.makeLink({
      topics: [topicOf(props.name)],
      right: 'view',
      expiresAt: calls.now() + weekMs,
      uses: people,
    })
    setPending(false)
    setFailed(link === null)
    setMade(link)
    await read()
  }
  return (
    <Show when={calls.mayMakeLinks()} fallback={<Text kind="small">{words().linkNot}</Text>}>
      <Stack gap="near">
        <Show
          when={made()}
          fallback={
            <>
              <Text kind="small">{words().linkHelp}</Text>
              <Row>
                <Button pending={pending()} onClick={() => void make()}>
                  {words().link}
                </Button>
              </Row>
            </>
          }
        >
          {(link) => <NewLinkShown link={link().link} title={props.title} state={state()} />}
        </Show>
        <Show when={failed()}>
          <Banner tone="bad">{words().linkFailed}</Banner>
        </Show>
      </Stack>
    </Show>
  )
}
