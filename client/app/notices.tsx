/**
 * What stands across the top when a person should act, and when. The banners come later than the first screen, but while
 * all is well: on the day the browser takes its storage back they may not be there to fetch.
 */
import { lazy, onMount, Show, Suspense } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { overallSentence } from './status-words.ts'
import { appWords } from './words.ts'

const StatusNotice = lazy(async () => ({
  default: (await import('./status-notice.tsx')).StatusNotice,
}))
const KeptApp = lazy(async () => ({ default: (await import('./kept-app.tsx')).KeptApp }))

export interface NoticesProps {
  readonly status: OverallStatus
  readonly replica: Replica
  /** Null for the first moments. */
  readonly pwa: Pwa | null
}

export function Notices(props: NoticesProps) {
  const words = useWords(appWords)
  const isTooOld = (): boolean => props.status.link === 'too-old'
  onMount(() => void Promise.all([StatusNotice.preload(), KeptApp.preload()]).catch(() => {}))
  return (
    <Suspense>
      <Show when={overallSentence(props.status, words()).tone === 'bad'}>
        <StatusNotice status={props.status} replica={props.replica} />
      </Show>
      <Show when={props.pwa}>
        {(pwa) => <KeptApp pwa={pwa()} replica={props.replica} tooOld={isTooOld()} />}
      </Show>
    </Suspense>
  )
}
