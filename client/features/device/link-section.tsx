/** The way to one's second device. The dialog is loaded when it is first opened. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { linkWords } from './link-words.ts'

const LinkDialog = later(async () => (await import('./link-dialog.tsx')).LinkDialog)

export interface LinkSectionProps {
  readonly replica: Replica
  /** On an iPhone or iPad: what is installed from Safari is another device. */
  readonly isApple: boolean
  readonly now: () => number
  /** To the page with this person's devices. */
  readonly onDevices: () => void
}

export function LinkSection(props: LinkSectionProps) {
  const words = useWords(linkWords)
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <Section title={words().section}>
      <Show
        when={props.replica.identity.alone !== true}
        fallback={<Text kind="quiet">{words().helpAlone}</Text>}
      >
        <Stack>
          <Text kind="quiet">{words().help}</Text>
          <Show when={props.isApple}>
            <Text kind="quiet">{words().helpPhone}</Text>
          </Show>
          <Row>
            <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
              {words().open}
            </Button>
          </Row>
        </Stack>
      </Show>
      <Show when={isOpen()}>
        <LinkDialog
          replica={props.replica}
          now={props.now}
          onDevices={props.onDevices}
          onClose={() => setIsOpen(false)}
        />
      </Show>
    </Section>
  )
}
