/** A code came with the link, scanned from another device: one tap links this one. The key is made only then. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { InviteKey } from '#shared/protocol/http.ts'
import { codeWords } from './code-words.ts'
import type { JoinCalls, Refused } from './relay-calls.ts'
import { sayCodeRefusal } from './say-code-refusal.ts'
import { peopleWords } from './words.ts'

export function LinkForm(props: {
  readonly calls: Pick<JoinCalls, 'join'>
  readonly invite: InviteKey
  /** Whose device it becomes. */
  readonly name: string
}) {
  const words = useWords(codeWords)
  const people = useWords(peopleWords)
  const [pending, setPending] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refused | null>(null)
  const link = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const { invite, name } = props
    const joined = await props.calls.join({ invite, name, linked: true })
    setPending(false)
    setRefusal(joined.ok ? null : joined.refusal)
  }
  return (
    <Stack>
      <Show when={refusal()}>
        {(refused) => <Banner tone="bad">{sayCodeRefusal(refused())}</Banner>}
      </Show>
      <Button kind="primary" wide pending={pending()} onClick={() => void link()}>
        {words().link}
      </Button>
      <Text kind="small">{people().noPassword}</Text>
    </Stack>
  )
}
