/** What one open document has to add to the corner's word; one whose changes were refused leads to them. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { DocStatus, OverallStatus } from '#client/replica/status.ts'
import { later } from '#client/ui/later.tsx'
import { StatusLine } from '#client/ui/status-line.tsx'
import type { DocName } from '#shared/lib/ids.ts'
import { ownSentence } from './sentences.ts'
import { appWords } from '#client/app/words.ts'

const RefusedDialog = later(async () => (await import('./refused-dialog.tsx')).RefusedDialog)

export interface DocumentMarkProps {
  readonly replica: Replica
  readonly name: DocName
  readonly own: DocStatus
  readonly overall: OverallStatus
  readonly titleOf: (name: DocName) => string
  /** The sentence for when it is safe and others are not; it stands beside the page's own. */
  readonly safe?: string | undefined
}

export function DocumentMark(props: DocumentMarkProps) {
  const words = useWords(appWords)
  const [isLooking, setLooking] = createSignal(false)
  const sentence = () => ownSentence(props.own, props.overall, words(), props.safe)
  return (
    <>
      <Show when={sentence()}>
        {(own) => (
          <StatusLine
            tone={own().tone}
            text={own().text}
            onPress={props.own.kind === 'refused' ? () => setLooking(true) : undefined}
          />
        )}
      </Show>
      <Show when={isLooking()}>
        <RefusedDialog
          replica={props.replica}
          only={props.name}
          titleOf={props.titleOf}
          onClose={() => setLooking(false)}
        />
      </Show>
    </>
  )
}
