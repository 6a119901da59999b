/** Above a draft: that nobody sees it yet, that somebody published meanwhile, and the ways on. */
import { Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { sopWords } from './words.ts'

export interface SopDraftBarProps {
  /** Who published since the draft was begun; null: nobody. */
  readonly movedOnBy: string | null
  readonly onPublish: () => void
  readonly onDiscard: () => void
  readonly onShipped: () => void
}

export function SopDraftBar(props: SopDraftBarProps) {
  const words = useWords(sopWords)
  return (
    <Stack gap="related">
      <Banner tone="info">{words().draft}</Banner>
      <Show when={props.movedOnBy}>
        {(who) => <Banner tone="warn">{words().movedOn(who())}</Banner>}
      </Show>
      <Row wrap>
        <Button kind="primary" onClick={() => props.onPublish()}>
          {words().publish}
        </Button>
        <Button onClick={() => props.onDiscard()}>{words().discard}</Button>
        <Button kind="quiet" onClick={() => props.onShipped()}>
          {words().startFromShipped}
        </Button>
      </Row>
    </Stack>
  )
}
