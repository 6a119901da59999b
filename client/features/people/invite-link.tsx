/** A link just made: to copy, to scan, to pass on, and whether it opens yet. */
import { createSignal, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { Text } from '#client/ui/text.tsx'
import type { SentOrNot } from '#shared/records/invites.ts'
import { inviteWords } from './invite-words.ts'

const QrCode = lazy(async () => ({ default: (await import('#client/ui/qr-code.tsx')).QrCode }))

export interface InviteLinkProps {
  readonly link: string
  readonly workspace: string
  readonly standing: SentOrNot
  /** It was refused because whoever made it may not. */
  readonly isRightMissing: boolean
}

export function InviteLink(props: InviteLinkProps) {
  const words = useWords(inviteWords)
  const [copied, setCopied] = createSignal<boolean | null>(null)
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard?.writeText(props.link).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }
  const share = (): void => {
    // Called off by the person, or not allowed here: the link is still there to copy.
    void navigator
      .share({ title: words().shareText(props.workspace), url: props.link })
      .catch(() => undefined)
  }
  return (
    <Stack>
      <Switch>
        <Match when={props.standing === 'refused'}>
          <Banner tone="bad">{words().refused(props.isRightMissing)}</Banner>
        </Match>
        <Match when={props.standing === 'waiting'}>
          <Banner tone="warn">{words().notYet}</Banner>
        </Match>
        <Match when={props.standing === 'sent'}>
          <Banner tone="ok">{words().works}</Banner>
        </Match>
      </Switch>
      <Suspense>
        <QrCode text={props.link} label={words().qrLabel} />
      </Suspense>
      <TextField
        label={words().linkLabel}
        value={props.link}
        readOnly
        onInput={() => undefined}
        ref={takeFocus}
      />
      <Row>
        <Button kind="primary" onClick={() => void copy()}>
          {copied() === true ? words().copied : words().copy}
        </Button>
        <Show when={'share' in navigator}>
          <Button onClick={share}>{words().share}</Button>
        </Show>
      </Row>
      <Show when={copied() === false}>
        <Banner tone="warn">{words().copyFailed}</Banner>
      </Show>
      <Text kind="small">{words().once}</Text>
    </Stack>
  )
}

/** The button that made the link is gone with its focus; the link takes it, selected and ready to copy. */
function takeFocus(field: HTMLInputElement | HTMLTextAreaElement): void {
  queueMicrotask(() => {
    field.focus()
    // Backwards, so that the field shows where the link begins.
    field.setSelectionRange(0, field.value.length, 'backward')
    field.scrollLeft = 0
  })
}
