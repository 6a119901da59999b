/**
 * Undo and redo of one's own edits of the open brief: two buttons, and the usual keys anywhere on the page. The browser's
 * own undo is kept from fields: it knows nothing of colleagues and would write its version of the text back. Notes answer
 * the keys by themselves.
 */
import Redo from 'lucide-solid/icons/redo-2'
import Undo from 'lucide-solid/icons/undo-2'
import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { HeadAction } from '#client/ui/head-actions.tsx'
import { isComposing } from '#client/ui/is-composing.ts'
import { historyWords } from './history/words.ts'

export interface UndoControlProps {
  readonly undoing: Y.UndoManager
}

export function UndoControl(props: UndoControlProps) {
  const words = useWords(historyWords)
  const [can, setCan] = createSignal({ undo: false, redo: false })
  createEffect(() => {
    const { undoing } = props
    const look = (): void => void setCan({ undo: undoing.canUndo(), redo: undoing.canRedo() })
    const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
    look()
    for (const event of events) undoing.on(event, look)
    onCleanup(() => {
      for (const event of events) undoing.off(event, look)
    })
  })
  const act = (kind: 'undo' | 'redo'): void => {
    if (kind === 'undo') props.undoing.undo()
    else props.undoing.redo()
  }
  onMount(() => {
    const onKey = (event: KeyboardEvent): void => {
      const kind = askedBy(event)
      if (kind === null || !isOurs(event.target)) return
      event.preventDefault()
      act(kind)
    }
    const onInput = (event: InputEvent): void => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      if (!isOurs(event.target)) return
      event.preventDefault()
      act(event.inputType === 'historyUndo' ? 'undo' : 'redo')
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('beforeinput', onInput)
    onCleanup(() => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('beforeinput', onInput)
    })
  })
  return (
    <>
      <HeadAction
        label={words().undo}
        icon={() => <Undo size={18} aria-hidden="true" />}
        keys="Control+Z Meta+Z"
        disabled={!can().undo}
        onPress={() => act('undo')}
      />
      <Show when={can().redo}>
        <HeadAction
          label={words().redo}
          icon={() => <Redo size={18} aria-hidden="true" />}
          keys="Control+Shift+Z Meta+Shift+Z"
          onPress={() => act('redo')}
        />
      </Show>
    </>
  )
}

function askedBy(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.defaultPrevented || isComposing(event) || event.altKey) return null
  if (!event.ctrlKey && !event.metaKey) return null
  const key = event.key.toLowerCase()
  if (key === 'y' && !event.shiftKey) return 'redo'
  if (key !== 'z') return null
  return event.shiftKey ? 'redo' : 'undo'
}

/** Not in the notes, and not in a dialog, where fields are no part of the brief. */
const isOurs = (target: EventTarget | null): boolean =>
  !(target instanceof Element) || target.closest('.ProseMirror, [role="dialog"]') === null
