/** What went wrong with a task and is not put right yet: who said it, who should act, and the way to close it. */
import { createSignal, For, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import { troubleById } from '#shared/domain/tasks/troubles.ts'
import type { TaskEntry } from '#shared/records/task-log.ts'
import { relationsWords } from './relations-words.ts'
import { nameAmong, type Among } from './say-entry.ts'
import type { TaskCalls } from './task-calls.ts'

const MendDialog = later(async () => (await import('./mend-dialog.tsx')).MendDialog)

export interface TroubleBannersProps {
  readonly troubles: readonly TaskEntry[]
  /** Who does the stage it stands in. */
  readonly owner: string | null
  readonly calls: TaskCalls
  readonly canWrite: boolean
  readonly among: Among
}

export function TroubleBanners(props: TroubleBannersProps) {
  const words = useWords(relationsWords)
  const [mending, setMending] = createSignal<string | null>(null)
  const said = ({ by, what, reason, whom }: TaskEntry): string => {
    const who = nameAmong(props.among, by)
    const kind = what === null ? '' : troubleById(what)[language()]
    const acts = whom ?? props.owner
    return [
      reason === '' ? words().open(who, kind) : words().openFor(who, kind, reason),
      acts === null ? '' : words().turn(nameAmong(props.among, acts)),
    ]
      .filter((part) => part !== '')
      .join(' · ')
  }
  return (
    <>
      <For each={props.troubles}>
        {(entry) => (
          <Banner
            tone="bad"
            action={
              <Show when={props.canWrite}>
                <Button kind="quiet" aria-haspopup="dialog" onClick={() => setMending(entry.id)}>
                  {words().mend}
                </Button>
              </Show>
            }
          >
            {said(entry)}
          </Banner>
        )}
      </For>
      <Show when={mending()}>
        {(of) => <MendDialog calls={props.calls} of={of()} onClose={() => setMending(null)} />}
      </Show>
    </>
  )
}
