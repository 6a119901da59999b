/** In the place of a brief that is not, or not any more, shared with this person: what that means, and their own work to keep. */
import { createEffect, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { sharingWords } from './words.ts'

interface Unsent {
  readonly changes: number
  readonly files: number
}

export function NoLongerShared(props: {
  /** It was before this person's eyes until now. */
  readonly wasShown: boolean
  /** What it was called, as far as this page still knows. */
  readonly title: string
  readonly workspace: string
  /** What of this device was not sent, or not accepted. */
  readonly unsent: Unsent
  readonly backLabel: string
  readonly onBack: () => void
  readonly onExport: () => void
}) {
  const words = useWords(sharingWords)
  const title = (): string =>
    props.wasShown ? words().goneTitle(props.title) : words().notSharedTitle
  const isUnsent = (): boolean => props.unsent.changes + props.unsent.files > 0
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
            props.wasShown || isUnsent()
              ? words().goneHelp(
                  isUnsent() ? words().unsent(props.unsent.changes, props.unsent.files) : '',
                  props.workspace,
                )
              : words().notSharedHelp
          }
          action={
            <Show when={isUnsent()}>
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
