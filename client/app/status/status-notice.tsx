/** Across the top, only when a person should act: what is the matter, and the buttons for it. */
import { createMemo, createSignal, For, Show } from 'solid-js'
import { later } from '#client/ui/later.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { dayOf, formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { noticeFor, type NoticeAct } from './notices.ts'
import { appWords } from '#client/app/words.ts'

const RefusedDialog = later(async () => (await import('./refused-dialog.tsx')).RefusedDialog)

export interface StatusNoticeProps {
  readonly status: OverallStatus
  readonly replica: Replica
  readonly titleOf: (name: DocName) => string
  readonly now: () => number
  /** From the device's copy or the server, whichever build is there. */
  readonly onReopen: () => void
}

export function StatusNotice(props: StatusNoticeProps) {
  const words = useWords(appWords)
  const notice = createMemo(() => noticeFor(props.status, words(), span, props.titleOf))
  const [isLooking, setLooking] = createSignal(false)
  /** One file with all of it: a full or lost disk, a lost session or a refusal leaves nobody without a copy. */
  const save = async (): Promise<void> => {
    try {
      const file = await props.replica.exportDevice()
      saveFile(words().fileName(dayOf(props.now())), file)
    } catch (fault) {
      console.error(fault)
      showToast(words().exportFailed, { tone: 'bad' })
    }
  }
  const see = async (): Promise<void> => {
    try {
      await props.replica.seeReread()
    } catch (fault) {
      // It is told once more at the next start.
      console.error(fault)
    }
  }
  const act: Record<NoticeAct, { readonly label: () => string; readonly run: () => void }> = {
    export: { label: () => words().exportAll, run: () => void save() },
    retry: { label: () => words().retry, run: () => props.replica.retry() },
    reopen: { label: () => words().reopen, run: () => props.onReopen() },
    seen: { label: () => words().seen, run: () => void see() },
    look: { label: () => words().look, run: () => setLooking(true) },
  }
  return (
    <>
      <Show when={notice()}>
        {(now) => (
          <Banner
            tone={now().tone}
            edge
            action={
              <Show when={now().acts.length > 0}>
                <For each={now().acts}>
                  {(name) => (
                    <Button kind="quiet" onClick={() => act[name].run()}>
                      {act[name].label()}
                    </Button>
                  )}
                </For>
              </Show>
            }
          >
            {now().text}
          </Banner>
        )}
      </Show>
      <Show when={isLooking()}>
        <RefusedDialog
          replica={props.replica}
          titleOf={props.titleOf}
          onClose={() => setLooking(false)}
        />
      </Show>
    </>
  )
}

/** A length of time in its largest unit, such as `3 hours`. */
function span(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  const [value, unit] =
    minutes >= 1440
      ? [Math.round(minutes / 1440), 'day']
      : minutes >= 60
        ? [Math.round(minutes / 60), 'hour']
        : [minutes, 'minute']
  return formatNumber(Number(value), { style: 'unit', unit: String(unit), unitDisplay: 'long' })
}
