/** A guest link just made, shown this once: to copy, or to pass on by the system. */
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { Text } from '#client/ui/text.tsx'
import type { SharingState } from '#shared/records/sharing.ts'
import { sharingWords } from './words.ts'

const QrCode = lazy(async () => ({ default: (await import('#client/ui/qr-code.tsx')).QrCode }))

export function NewLinkShown(props: {
  readonly link: string
  readonly title: string
  readonly state: SharingState
}) {
  const words = useWords(sharingWords)
  const [copied, setCopied] = createSignal<boolean | null>(null)
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard?.writeText(props.link).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }
  // Called off by the person, or not allowed here: the link is still there to copy.
  const send = (): void =>
    void navigator
      .share({ title: words().shareText(props.title), url: props.link })
      .catch(() => undefined)
  return (
    <Stack gap="related">
      <Show
        when={props.state === 'stands'}
        fallback={
          <Banner tone={props.state === 'refused' ? 'bad' : 'warn'}>
            {props.state === 'refused' ? words().linkStates.refused : words().linkStates.waiting}
          </Banner>
        }
      >
        <Banner tone="ok">{words().linkWorks}</Banner>
      </Show>
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
          <Button onClick={send}>{words().send}</Button>
        </Show>
      </Row>
      <Show when={copied() === false}>
        <Banner tone="warn">{words().copyFailed}</Banner>
      </Show>
      <Text kind="small">{words().linkOnce}</Text>
      <Suspense>
        <QrCode text={props.link} label={words().qrLabel} />
      </Suspense>
    </Stack>
  )
}

/** The button that made the link is gone with its focus; the link takes it, selected and ready to copy. */
function takeFocus(field: HTMLInputElement | HTMLTextAreaElement): void {
  queueMicrotask(() => {
    field.focus()
    field.setSelectionRange(0, field.value.length, 'backward')
  })
}
