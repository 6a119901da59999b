/** A link just made, shown this once: to scan, to copy, to pass on by the system. */
import { createSignal, Show, type JSX } from 'solid-js'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { later } from './later.tsx'
import { Row } from './row.tsx'
import { Stack } from './stack.tsx'
import { TextField } from './text-field.tsx'
import { Text } from './text.tsx'

const QrCode = later(async () => (await import('./qr-code.tsx')).QrCode)

export interface MadeLinkProps {
  readonly link: string
  /** What the system's own sharing calls it. */
  readonly title: string
  /** Whether it opens yet. */
  readonly standing: JSX.Element
  readonly words: {
    readonly label: string
    readonly qr: string
    readonly copy: string
    readonly copied: string
    readonly copyFailed: string
    readonly share: string
    readonly once: string
    /** The link leads to this very computer. */
    readonly onlyHere: string
  }
}

export function MadeLink(props: MadeLinkProps) {
  const [copied, setCopied] = createSignal<boolean | null>(null)
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard?.writeText(props.link).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }
  // Called off by the person, or not allowed here: the link is still there to copy.
  const share = (): void =>
    void navigator.share({ title: props.title, url: props.link }).catch(() => undefined)
  return (
    <Stack>
      {props.standing}
      <QrCode text={props.link} label={props.words.qr} />
      <TextField
        label={props.words.label}
        value={props.link}
        readOnly
        onInput={() => undefined}
        ref={takeFocus}
      />
      <Show when={leadsHere(props.link)}>
        <Banner tone="info">{props.words.onlyHere}</Banner>
      </Show>
      <Row>
        <Button kind="primary" onClick={() => void copy()}>
          {copied() === true ? props.words.copied : props.words.copy}
        </Button>
        <Show when={'share' in navigator}>
          <Button onClick={share}>{props.words.share}</Button>
        </Show>
      </Row>
      <Show when={copied() === false}>
        <Banner tone="warn">{props.words.copyFailed}</Banner>
      </Show>
      <Text kind="small">{props.words.once}</Text>
    </Stack>
  )
}

/** Its host means whichever computer opens it. */
const leadsHere = (link: string): boolean =>
  URL.canParse(link) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(link).hostname)

/** The button that made the link is gone with its focus; the link takes it, selected and ready to copy. */
function takeFocus(field: HTMLInputElement | HTMLTextAreaElement): void {
  queueMicrotask(() => {
    field.focus()
    // Backwards, so that the field shows where the link begins.
    field.setSelectionRange(0, field.value.length, 'backward')
    field.scrollLeft = 0
  })
}
