/** In the place of a brief that is not, or not any more, shared with this person: what that means, and their own work to keep. */
import { createEffect, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { sharingWords } from './words.ts'

export function NoLongerShared(props: {
  /** It was before this person's eyes until now. */
  readonly wasShown: boolean
  /** Changes of this device that were not sent, or not accepted. */
  readonly unsent: number
  readonly backLabel: string
  readonly onBack: () => void
  readonly onExport: () => void
}) {
  const words = useWords(sharingWords)
  const title = (): string => (props.wasShown ? words().goneTitle : words().notSharedTitle)
  createEffect(() => {
    document.title = title()
  })
  return (
    <>
      <PageHead back={{ label: props.backLabel, onBack: props.onBack }} title={undefined} />
      <div role="status">
        <EmptyState
          title={title()}
          isPage
          help={
            props.unsent > 0
              ? words().goneHelp(props.unsent)
              : props.wasShown
                ? words().goneNothing
                : words().notSharedHelp
          }
          action={
            <Show when={props.unsent > 0}>
              <Button kind="primary" onClick={() => props.onExport()}>
                {words().keepCopy}
              </Button>
            </Show>
          }
          other={<a href="/briefs">{words().back}</a>}
        />
      </div>
    </>
  )
}
