/** The little word in the corner: where the work of this device is, and how long the oldest of it has waited. */
import { createMemo, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { StatusLine } from '#client/ui/status-line.tsx'
import { Age } from './age.tsx'
import { overallSentence } from './sentences.ts'
import { appWords } from '#client/app/words.ts'

export interface StatusCornerProps {
  readonly status: OverallStatus
  readonly now: () => number
}

export function StatusCorner(props: StatusCornerProps) {
  const words = useWords(appWords)
  const sentence = createMemo(() => overallSentence(props.status, words()))
  const since = (): number | null => {
    const { waiting, storage, link } = props.status
    return waiting > 0 && storage !== 'lost' && link !== 'alone' ? props.status.since : null
  }
  return (
    <StatusLine
      tone={sentence().tone}
      text={sentence().text}
      age={<Show when={since()}>{(oldest) => <Age since={oldest()} now={props.now} />}</Show>}
    />
  )
}
