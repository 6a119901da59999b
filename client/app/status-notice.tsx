/** Across the top, only when a person should act: refused changes to export, a full disk, a session to renew. */
import { createMemo, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { saveDocument } from './save-document.ts'
import { overallSentence } from './status-words.ts'
import { appWords } from './words.ts'

export interface StatusNoticeProps {
  readonly status: OverallStatus
  readonly replica: Replica
}

export function StatusNotice(props: StatusNoticeProps) {
  const words = useWords(appWords)
  const bad = createMemo(() => {
    const sentence = overallSentence(props.status, words())
    return sentence.tone === 'bad' ? sentence : null
  })
  /** The relay does not take this device's work: what waits can be saved as a file. */
  const isShutOut = (): boolean =>
    props.status.link === 'signed-out' || props.status.link === 'no-access'
  const exports = (): boolean =>
    props.status.refused > 0 ||
    props.status.kind === 'not-stored' ||
    (isShutOut() && props.status.waiting > 0)
  return (
    <Show when={bad()}>
      {(sentence) => (
        <Banner
          tone="bad"
          edge
          action={
            <Show
              when={exports()}
              fallback={
                <Button kind="quiet" onClick={() => props.replica.retry()}>
                  {words().retry}
                </Button>
              }
            >
              <Button kind="quiet" onClick={() => void saveUnaccepted(props.replica)}>
                {words().exportRefused}
              </Button>
            </Show>
          }
        >
          {sentence().text}
        </Banner>
      )}
    </Show>
  )
}

/** One file for each document with changes the relay or the disk did not take, or has not taken yet. */
async function saveUnaccepted(replica: Replica): Promise<void> {
  const documents = replica.index.list().map(({ name }) => name)
  const concerned = new Set([
    ...(await replica.refused()).map(({ doc }) => doc),
    ...documents.filter((doc) => {
      const { kind, waiting } = replica.status.of(doc)
      return kind === 'not-stored' || waiting > 0
    }),
  ])
  for (const doc of concerned) await saveDocument(replica, doc)
}
