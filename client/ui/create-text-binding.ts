/**
 * Binds a text element to a value that other people change, too: the caret stays where it was, and nothing is written
 * or shown while an input method composes (a write in mid-composition breaks Chinese input).
 */
import { createEffect } from 'solid-js'
import { carryCaret, rebaseText } from './rebase-text.ts'

export interface TextBinding {
  readonly ref: (element: HTMLInputElement | HTMLTextAreaElement) => void
  readonly onInput: () => void
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: () => void
}

export function createTextBinding(value: () => string, write: (text: string) => void): TextBinding {
  let element: HTMLInputElement | HTMLTextAreaElement | undefined
  let composedOn: string | undefined

  createEffect(() => {
    const text = value()
    if (element && composedOn === undefined) show(element, text)
  })

  const send = (text: string) => {
    if (text !== value()) write(text)
  }
  return {
    ref: (bound) => {
      element = bound
    },
    onInput: () => {
      if (element && composedOn === undefined) send(element.value)
    },
    onCompositionStart: () => {
      composedOn = value()
    },
    onCompositionEnd: () => {
      if (!element || composedOn === undefined) return
      const text = rebaseText(composedOn, element.value, value())
      composedOn = undefined
      show(element, text)
      send(text)
    },
  }
}

function show(element: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const before = element.value
  if (before === text) return
  // Only text-like inputs have a selection; asking an email input for one gives null.
  const { selectionStart: start, selectionEnd: end } = element
  const focused = element.ownerDocument.activeElement === element
  element.value = text
  if (!focused || start === null || end === null) return
  element.setSelectionRange(carryCaret(before, text, start), carryCaret(before, text, end))
}
