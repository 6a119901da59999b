/**
 * Binds a text element to a value that other people change, too: the caret stays where it was, and nothing is written
 * or shown while an input method composes (a write in mid-composition breaks Chinese input). A line holds no line breaks,
 * and what is longer than `most` is cut and told to `onCut`, never silently.
 */
import { createEffect } from 'solid-js'
import { fitText } from './fit-text.ts'
import { carryCaret, rebaseText } from './rebase-text.ts'

type TextElement = HTMLInputElement | HTMLTextAreaElement

export interface TextBinding {
  readonly ref: (element: TextElement) => void
  readonly onInput: () => void
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: () => void
}

export interface TextBound {
  readonly value: () => string
  readonly write: (text: string) => void
  readonly most: () => number | undefined
  /** UTF-16 units that did not fit; 0 when everything did. */
  readonly onCut: (lost: number) => void
}

export function createTextBinding(bound: TextBound): TextBinding {
  let element: TextElement | undefined
  let composedOn: string | undefined

  createEffect(() => {
    const text = bound.value()
    if (element && composedOn === undefined) show(element, text)
  })

  const take = (from: TextElement): void => {
    const line = from.value.replace(/[\r\n\u2028\u2029]/g, ' ')
    const most = bound.most() ?? Number.POSITIVE_INFINITY
    const fitted = fitText(bound.value(), line, from.selectionStart ?? line.length, most)
    if (fitted.text !== from.value) {
      from.value = fitted.text
      from.setSelectionRange(fitted.caret, fitted.caret)
    }
    bound.onCut(fitted.lost)
    if (fitted.text !== bound.value()) bound.write(fitted.text)
  }
  return {
    ref: (bound) => {
      element = bound
    },
    onInput: () => {
      if (element && composedOn === undefined) take(element)
    },
    onCompositionStart: () => {
      composedOn = bound.value()
    },
    onCompositionEnd: () => {
      if (!element || composedOn === undefined) return
      const text = rebaseText(composedOn, element.value, bound.value())
      composedOn = undefined
      show(element, text)
      take(element)
    },
  }
}

function show(element: TextElement, text: string): void {
  const before = element.value
  if (before === text) return
  // Only text-like inputs have a selection; asking an email input for one gives null.
  const { selectionStart: start, selectionEnd: end } = element
  const focused = element.ownerDocument.activeElement === element
  element.value = text
  if (!focused || start === null || end === null) return
  element.setSelectionRange(carryCaret(before, text, start), carryCaret(before, text, end))
}
