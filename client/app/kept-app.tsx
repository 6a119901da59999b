/**
 * What the app on the device owes to work going on: every edit stored before a newer build opens, a look for that build
 * when the relay answers again, the browser's promise asked for once there is something to keep, one offer to install.
 */
import { onCleanup, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import { UpdateNotice } from '#client/pwa/update-notice.tsx'
import { pwaWords } from '#client/pwa/words.ts'
import type { LinkState } from '#client/replica/link-state.ts'
import type { Replica } from '#client/replica/replica.ts'
import { showToast } from '#client/ui/toasts.ts'

export interface KeptAppProps {
  readonly pwa: Pwa
  readonly replica: Replica
  /** The relay no longer speaks with this build. */
  readonly tooOld: boolean
}

export function KeptApp(props: KeptAppProps) {
  tendApp(props.pwa, props.replica)
  return (
    <Show when={props.tooOld || props.pwa.update.state() !== 'none'}>
      <UpdateNotice update={props.pwa.update} tooOld={props.tooOld} />
    </Show>
  )
}

/** Until the calling view goes. */
function tendApp({ update, install, keep, wasUpdatedElsewhere }: Pwa, replica: Replica): void {
  const words = () => pwaWords[language()]
  let before: LinkState | null = null
  const see = (): void => {
    const { link, kind } = replica.status.overall()
    if (link !== before && before !== null && (link === 'ready' || link === 'too-old'))
      void update.look()
    before = link
    if (kind !== 'saving') return
    keep.edited()
    if (install.worked(new Date().toDateString())) offer()
  }
  const offer = (): void => {
    const run = (): void => void install.prompt()
    showToast(words().offerInstall, { action: { label: words().install, run }, seconds: 20 })
  }
  see()
  onCleanup(replica.status.subscribe(see))
  onCleanup(update.storeWith(() => replica.whenStored()))
  if (wasUpdatedElsewhere()) showToast(words().updated, { tone: 'ok' })
}
