/** A name (and the workspace's name for its first owner), then one tap. Errors stand in place. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { Text } from '#client/ui/text.tsx'
import { cleanLine } from '#shared/lib/clean-line.ts'
import type { InviteKey } from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { JoinCalls, Refused } from './relay-calls.ts'
import { peopleWords } from './words.ts'

export interface JoinFormProps {
  readonly calls: Pick<JoinCalls, 'join'>
  readonly invite: InviteKey | null
  readonly founding: boolean
  /** By a link that shares something: they look in and join nothing. */
  readonly isGuest?: boolean | undefined
  /** Who made the invite. */
  readonly invitedBy?: string | undefined
}

export function JoinForm(props: JoinFormProps) {
  const words = useWords(peopleWords)
  const [name, setName] = createSignal('')
  const [workspace, setWorkspace] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const [pending, setPending] = createSignal(false)
  const [refusal, setRefusal] = createSignal<Refused | null>(null)
  const act = (): string => {
    if (props.founding) return words().found
    return props.isGuest ? words().openShared : words().join
  }
  const complete = (): boolean =>
    cleanLine(name()) !== '' && (!props.founding || cleanLine(workspace()) !== '')

  const join = async (event: Event): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!complete() || pending()) return
    setPending(true)
    const joined = await props.calls.join({
      invite: props.invite,
      name: cleanLine(name()),
      invitedBy: props.invitedBy,
      ...(props.founding ? { workspace: cleanLine(workspace()) } : {}),
    })
    setPending(false)
    if (!joined.ok) setRefusal(joined.refusal)
  }
  return (
    <form onSubmit={(event) => void join(event)} novalidate>
      <Stack>
        <Show when={props.founding}>
          <TextField
            label={words().workspaceName}
            value={workspace()}
            onInput={setWorkspace}
            placeholder={words().workspacePlaceholder}
            maxLength={limits.nameCharacters}
            error={tried() && cleanLine(workspace()) === '' ? words().workspaceMissing : undefined}
            autocomplete="organization"
            autofocus
          />
        </Show>
        <TextField
          label={words().yourName}
          value={name()}
          onInput={setName}
          placeholder={props.isGuest ? undefined : words().namePlaceholder}
          help={props.isGuest ? words().guestName : undefined}
          maxLength={limits.nameCharacters}
          error={tried() && cleanLine(name()) === '' ? words().nameMissing : undefined}
          autocomplete="name"
          autofocus={!props.founding}
        />
        <Show when={refusal()}>
          {(refused) => <Banner tone="bad">{words().refusals[refused().code]}</Banner>}
        </Show>
        <Button kind="primary" type="submit" wide pending={pending()}>
          {act()}
        </Button>
        <Text kind="small">{words().noPassword}</Text>
      </Stack>
    </form>
  )
}
