/** A message about a task from the team's phrase book: what, to whom, in which language; seen before it is copied or shared, and logged. */
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { language as shownLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { WhomSelect } from '#client/features/tasks/task/whom-select.tsx'
import type { TaskCalls } from '#client/features/tasks/task/task-calls.ts'
import { taskWords } from '#client/features/tasks/task/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { LinesField } from '#client/ui/lines-field.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { languageById } from '#shared/domain/choices/languages.ts'
import {
  languageFor,
  languagesOf,
  wordingOf,
  writeMessage,
  type OwnPhrases,
  type Speaks,
} from '#shared/domain/messages/phrases.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import { phraseIds, type PhraseId } from '#shared/lib/message-phrases.ts'
import { limits } from '#shared/protocol/limits.ts'
import { firstChoice } from './first-choice.ts'
import { messageValues } from './message-values.ts'
import { sayLongMessage } from './say-length.ts'
import { messageWords } from './words.ts'

export interface MessageDialogProps {
  readonly task: ListedTask
  readonly own: OwnPhrases
  readonly calls: TaskCalls
  readonly nameOf: (member: string) => string
  /** What somebody speaks, and where they are. */
  readonly receiverOf: (member: MemberId) => {
    readonly speaks: readonly Speaks[]
    readonly timeZone: string | null
  }
  readonly link: string
  readonly now: () => number
  readonly onClose: () => void
}

export function MessageDialog(props: MessageDialogProps) {
  const [words, task] = [useWords(messageWords), useWords(taskWords)]
  const first = firstChoice(props.task, props.calls.me)
  const [phrase, setPhrase] = createSignal<PhraseId>(first.phrase)
  const [to, setTo] = createSignal<MemberId | null>(first.to)
  const [note, setNote] = createSignal(first.note)
  const [pending, setPending] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const languages = createMemo(() => languagesOf(props.own, phrase()))
  const receiver = () => {
    const member = to()
    return member === null ? null : props.receiverOf(member)
  }
  const usual = (): string => {
    const of = receiver()
    return of === null ? shownLanguage() : languageFor(of.speaks, languages())
  }
  const [language, setLanguage] = createSignal(usual())
  createEffect(on([to, phrase], () => setLanguage(usual()), { defer: true }))
  const text = createMemo(() => {
    const member = to()
    const values = messageValues({
      phrase: phrase(),
      now: props.now(),
      task: props.task,
      receiver: member === null ? '' : props.nameOf(member),
      sender: props.nameOf(props.calls.me),
      note: note(),
      link: props.link,
      language: language(),
      timeZone: receiver()?.timeZone ?? null,
    })
    return writeMessage(wordingOf(props.own, phrase(), language()) ?? '', values)
  })
  const needsNote = (): boolean => phrase() === 'question' && note().trim() === ''
  const send = async (by: 'copied' | 'shared'): Promise<void> => {
    setAsked(true)
    if (pending() || needsNote() || sayLongMessage(text()) !== null) return
    setPending(true)
    try {
      const sent = await (by === 'copied' ? copy(text()) : share(text()))
      if (sent === 'left') return
      if (sent === 'failed') {
        showToast(words().copyFailed, { tone: 'warn' })
        return
      }
      const message = { phrase: phrase(), language: language(), text: text(), to: to(), by }
      if ((await props.calls.told(message)) === null) {
        showToast(words()[by], { tone: 'ok' })
        props.onClose()
      } else showToast(words().notLogged, { tone: 'bad' })
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title}
      description={words().help}
      closeLabel={task().close}
      actions={
        <>
          <Show when={canShare()}>
            <Button pending={pending()} onClick={() => void send('shared')}>
              {words().share}
            </Button>
          </Show>
          <Button kind="primary" pending={pending()} onClick={() => void send('copied')}>
            {words().copy}
          </Button>
        </>
      }
    >
      <Stack gap="apart">
        <Select
          label={words().kind}
          value={phrase()}
          options={phraseIds.map((id) => ({ value: id, label: words().kinds[id] }))}
          onChange={setPhrase}
        />
        <WhomSelect
          label={words().whom}
          nobody={words().somebodyElse}
          whom={to()}
          people={props.calls.people().filter(({ member }) => member !== props.calls.me)}
          onChange={setTo}
        />
        <Select
          label={words().language}
          value={language()}
          options={languages().map((id) => ({
            value: id,
            label: languageById(id)?.native ?? id,
          }))}
          onChange={setLanguage}
        />
        <LinesField
          label={words().note}
          help={words().noteHelp}
          error={asked() && needsNote() ? words().needsNote : undefined}
          value={note()}
          maxLength={limits.messageCharacters}
          onInput={setNote}
        />
        <LinesField
          label={words().preview}
          error={sayLongMessage(text()) ?? undefined}
          value={text()}
          maxLength={Number.MAX_SAFE_INTEGER}
          readOnly
          onInput={() => undefined}
        />
      </Stack>
    </Dialog>
  )
}

const canShare = (): boolean => typeof navigator.share === 'function'

const copy = (text: string): Promise<'sent' | 'failed'> =>
  Promise.resolve(
    navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard')),
  ).then(
    () => 'sent' as const,
    () => 'failed' as const,
  )

/** Whoever closes the system's sheet has sent nothing. */
const share = (text: string): Promise<'sent' | 'left' | 'failed'> =>
  navigator.share({ text }).then(
    () => 'sent' as const,
    (fault: unknown) =>
      fault instanceof Error && fault.name === 'AbortError'
        ? ('left' as const)
        : ('failed' as const),
  )
