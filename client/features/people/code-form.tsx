/** The code another device shows, typed or pasted: it links this one, and nothing else is asked. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { limits } from '#shared/protocol/limits.ts'
import { inviteOfLinkCode, readLinkCode } from '#shared/protocol/link-code.ts'
import { codeWords } from './code-words.ts'
import { lookFirst } from './first-look.ts'
import type { JoinCalls, Refused } from './relay-calls.ts'
import { sayCodeRefusal } from './say-code-refusal.ts'

export interface CodeFormProps {
  readonly calls: JoinCalls
  /** On an iPhone or iPad the installed app starts empty beside Safari. */
  readonly isApple: boolean
}

export function CodeForm(props: CodeFormProps) {
  const words = useWords(codeWords)
  const [typed, setTyped] = createSignal('')
  const [isNone, setIsNone] = createSignal(false)
  const [pending, setPending] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refused | null>(null)
  const attempt = async (code: string): Promise<Refused | null> => {
    const found = await lookFirst(props.calls, inviteOfLinkCode(code))
    if (found.kind === 'refused') return found.refusal
    if (found.kind !== 'link') return { code: 'invite-wrong' }
    const { invite, name } = found
    const joined = await props.calls.join({ invite, name, linked: true })
    return joined.ok ? null : joined.refusal
  }
  const link = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (pending()) return
    const code = readLinkCode(typed())
    setIsNone(code === null)
    setRefusal(null)
    if (code === null) return
    setPending(true)
    setRefusal(await attempt(code))
    setPending(false)
  }
  return (
    <form onSubmit={(event) => void link(event)} novalidate>
      <Stack>
        <TextField
          label={words().haveCode}
          help={props.isApple ? words().helpApple : words().help}
          value={typed()}
          onInput={(text) => {
            setTyped(text)
            setIsNone(false)
          }}
          placeholder={words().placeholder}
          maxLength={limits.codeCharacters}
          error={isNone() ? words().noCode : undefined}
          autocomplete="one-time-code"
        />
        <Show when={refusal()}>
          {(refused) => <Banner tone="bad">{sayCodeRefusal(refused())}</Banner>}
        </Show>
        <Button kind="primary" type="submit" wide pending={pending()}>
          {words().link}
        </Button>
      </Stack>
    </form>
  )
}
