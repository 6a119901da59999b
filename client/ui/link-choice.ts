/**
 * Choosing among the links of a list: a box, X, Shift with a press or an arrow, Ctrl A; with fingers a long press begins it, and
 * then a tap chooses instead of opening. What is chosen is its owner's. Left out: drawing (link-list.tsx).
 */
import { onCleanup } from 'solid-js'
import { createRowChoice } from './create-row-choice.ts'

export interface LinkSelection {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  /** A tap chooses instead of opening. */
  readonly isChoosing: boolean
  /** A long press asks for it. */
  readonly onChoosing: () => void
}

/** ms; shorter than the browser's own menu for links takes. */
const longPress = 420
/** px a finger may stray. */
const stray = 10

export interface LinkChoice {
  /** `range`: everything up to it. */
  readonly turn: (id: string, range: boolean) => void
  /** Answers whether the key meant anything. `to`: where the step leads, null for other keys. */
  readonly press: (event: KeyboardEvent, at: string | null, to: string | null) => boolean
  readonly click: (event: MouseEvent) => void
  readonly touch: (event: PointerEvent) => void
  readonly menu: (event: Event) => void
}

export function createLinkChoice(
  selection: () => LinkSelection | undefined,
  ids: () => readonly string[],
  /** The row under a press. */
  idAt: (target: EventTarget | null) => string | null,
  /** Where the keyboard stands. */
  stop: () => string | null,
): LinkChoice {
  const nothing = { chosen: new Set<string>(), onChange: () => undefined, nameOf: () => '' }
  const choice = createRowChoice(() => {
    const one = selection()
    return one === undefined ? nothing : { ...one, nameOf: () => '' }
  }, ids)
  let timer: ReturnType<typeof setTimeout> | undefined
  let began: { readonly x: number; readonly y: number } | null = null
  /** The finger that began it lifts, which is no tap. */
  let isLifting = false
  const end = (): void => {
    clearTimeout(timer)
    began = null
  }
  onCleanup(end)
  return {
    turn: (id, range) => (range ? choice.rangeTo(id, stop()) : choice.turn(id)),
    press(event, at, to) {
      if (selection() === undefined) return false
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a')
        return (choice.all(), true)
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.key === 'Escape') return choice.none()
      if (event.key.toLowerCase() === 'x' && at !== null) {
        if (event.shiftKey) choice.rangeTo(at, at)
        else choice.turn(at)
        return true
      }
      // The step itself is the list's.
      if (event.shiftKey && to !== null) choice.rangeTo(to, at)
      return false
    },
    click(event) {
      const one = selection()
      const id = idAt(event.target)
      if (one === undefined || id === null || event.ctrlKey || event.metaKey) return
      if (isLifting || event.shiftKey || one.isChoosing) event.preventDefault()
      else return
      if (isLifting) isLifting = false
      else if (event.shiftKey) choice.rangeTo(id, stop())
      else choice.turn(id)
    },
    touch(event) {
      const one = selection()
      isLifting = event.type === 'pointerdown' ? false : isLifting
      if (one === undefined || event.pointerType === 'mouse') return
      const id = idAt(event.target)
      if (event.type === 'pointerdown' && id !== null && !one.isChoosing) {
        began = { x: event.clientX, y: event.clientY }
        timer = setTimeout(() => {
          isLifting = true
          one.onChoosing()
          choice.turn(id)
        }, longPress)
      } else if (event.type !== 'pointermove') end()
      else if (began && Math.hypot(event.clientX - began.x, event.clientY - began.y) > stray) end()
    },
    menu(event) {
      // The browser's own menu of a long press on a link.
      if (began !== null || isLifting) event.preventDefault()
    },
  }
}
