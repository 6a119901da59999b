/** The way out of the workspace for somebody else, asked for once. Shown to whoever may. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import { Row } from '#client/ui/row.tsx'
import type { Person } from '#shared/protocol/control.ts'
import { accessWords } from './access-words.ts'
import type { PeopleActs } from './follow-acts.ts'

const SureDialog = later(async () => (await import('./sure-dialog.tsx')).SureDialog)

export interface RemoveSectionProps {
  readonly person: Person
  readonly acts: PeopleActs
  readonly online: boolean
}

export function RemoveSection(props: RemoveSectionProps) {
  const words = useWords(accessWords)
  const [isAsking, setAsking] = createSignal(false)
  return (
    <>
      <Row>
        <Button kind="danger" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {words().remove}
        </Button>
      </Row>
      <Show when={isAsking()}>
        <SureDialog
          title={words().removeTitle(props.person.name)}
          then={[
            words().removeNow,
            words().removeKept,
            words().removeUnsent,
            words().removeHistory,
            ...(props.online ? [] : [words().removeOffline]),
          ]}
          label={words().removeSure}
          onSure={async () => (await props.acts.remove(props.person.member)).ok}
          onClose={() => setAsking(false)}
        />
      </Show>
    </>
  )
}
