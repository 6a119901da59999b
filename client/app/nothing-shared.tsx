/** What a guest finds once everything shared with them has ended: one page, whom to ask, and their own unsent work to keep. */
import { createEffect, createSignal, Show, type JSX } from 'solid-js'
import { later } from '#client/ui/later.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { sharingWords } from '#client/features/sharing/words.ts'
import { dayOf } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { Button } from '#client/ui/button.tsx'
import { FrontPage } from '#client/ui/front-page.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { appWords } from './words.ts'

const RefusedDialog = later(async () => (await import('./status/refused-dialog.tsx')).RefusedDialog)

export function NothingShared(props: {
  readonly replica: Replica
  readonly status: OverallStatus
  readonly titleOf: (name: DocName) => string
  readonly now: () => number
  readonly foot: JSX.Element
}) {
  const [words, app] = [useWords(sharingWords), useWords(appWords)]
  const [isLooking, setLooking] = createSignal(false)
  const changes = (): number => props.status.waiting + props.status.refused
  const save = async (): Promise<void> => {
    try {
      saveFile(app().fileName(dayOf(props.now())), await props.replica.exportDevice())
    } catch (fault) {
      console.error(fault)
      showToast(app().exportFailed, { tone: 'bad' })
    }
  }
  const askWhom = (): string => {
    const { workspace, invitedBy } = props.replica.identity
    return invitedBy === undefined
      ? words().askWorkspace(workspace.name)
      : words().askPerson(invitedBy, workspace.name)
  }
  createEffect(() => {
    document.title = words().overTitle
  })
  return (
    <div role="status">
      <FrontPage title={words().overTitle} lead={askWhom()} foot={props.foot}>
        <Show when={changes() + props.status.files > 0}>
          <Stack>
            <Text>{words().overUnsent(words().unsent(changes(), props.status.files))}</Text>
            <Button kind="primary" wide onClick={() => void save()}>
              {words().keepCopy}
            </Button>
            <Button wide aria-haspopup="dialog" onClick={() => setLooking(true)}>
              {app().look}
            </Button>
          </Stack>
        </Show>
      </FrontPage>
      <Show when={isLooking()}>
        <RefusedDialog
          replica={props.replica}
          titleOf={props.titleOf}
          onClose={() => setLooking(false)}
        />
      </Show>
    </div>
  )
}
