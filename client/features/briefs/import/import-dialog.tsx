/** The one place products come in by a list: choose it, look at it, say what of it, and only then is anything written. */
import { createEffect, createMemo, createSignal, Match, on, Show, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { DropZone } from '#client/ui/drop-zone.tsx'
import { Progress } from '#client/ui/progress.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Imported } from '#shared/documents/commands/import-products.ts'
import { createTurns } from './create-turns.ts'
import { createImport, type ImportAround, type WriteRefusal } from './create-import.ts'
import { ImportLook } from './import-look.tsx'
import { acceptedFiles, pastedFile } from './create-import-entry.ts'
import { importWords } from './words.ts'

export interface ImportDialogProps extends ImportAround {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** What was dropped or pasted before the dialog stood open. */
  readonly given: File | null
  readonly onImported: (imported: Imported) => void
  /** Just before anything is written: whoever wants to take it back begins to follow. */
  readonly onBegin: () => void
}

export function ImportDialog(props: ImportDialogProps) {
  const words = useWords(importWords)
  const importing = createImport(props)
  const [refused, setRefused] = createSignal<WriteRefusal | null>(null)
  // The dialog first, what it holds in the next task: neither keeps the page from answering for long.
  const turn = createTurns(1)
  createEffect(
    on(
      () => [props.open, props.given, turn()] as const,
      ([open, given]) => {
        if (turn() === 0) return
        setRefused(null)
        if (!open || given === null) importing.startAgain()
        else void importing.take(given)
      },
    ),
  )
  const looking = () => {
    const now = importing.state()
    return now.kind === 'looking' ? now : null
  }
  const isLooking = createMemo(() => importing.state().kind === 'looking')
  const choosing = () => {
    const now = importing.state()
    return now.kind === 'choosing' ? now : null
  }
  const chosen = (): number => {
    const plan = importing.plan()
    return plan.new + plan.update + plan.unchanged
  }
  const write = (): void => {
    props.onBegin()
    const written = importing.write()
    if (!written.ok) return void setRefused(written.refusal)
    props.onImported(written.value)
    props.onOpenChange(false)
  }
  const takeText = (text: string): void => void importing.take(pastedFile(text))
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={words().title}
      closeLabel={words().close}
      size="broad"
      actions={
        isLooking() ? (
          <>
            <Button onClick={() => importing.startAgain()}>{words().otherFile}</Button>
            <Button kind="primary" disabled={!importing.canWrite()} onClick={write}>
              {words().import(chosen())}
            </Button>
          </>
        ) : undefined
      }
    >
      <Stack>
        <Show when={refused()}>
          {(refusal) => <Banner tone="bad">{words().refusals[refusal().code]}</Banner>}
        </Show>
        <Switch fallback={<Progress label={words().reading} share={null} />}>
          <Match when={turn() > 0 && choosing()}>
            {(now) => (
              <>
                <Show when={now().refusal}>
                  {(refusal) => <Banner tone="bad">{words().refusals[refusal().code]}</Banner>}
                </Show>
                <DropZone
                  label={words().choose}
                  help={words().chooseHelp}
                  accept={acceptedFiles}
                  pasteFromPage
                  onFiles={([file]) => file !== undefined && void importing.take(file)}
                  onText={takeText}
                />
                <Text kind="small">{words().formats}</Text>
              </>
            )}
          </Match>
          <Match when={looking()}>
            {(now) => (
              <ImportLook
                importing={importing}
                fileName={now().fileName}
                previewed={now().previewed}
              />
            )}
          </Match>
        </Switch>
      </Stack>
    </Dialog>
  )
}
