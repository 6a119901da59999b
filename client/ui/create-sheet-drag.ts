/**
 * A sheet from below follows a finger on its handle and goes when it is let go far enough down or fast enough; else it comes back.
 * Only on phones: on desks a dialog stands in the middle and has no handle.
 */
import { onCleanup } from 'solid-js'

/** The part of its own height a sheet is pulled before it goes, and px per ms that are enough by themselves. */
const far = 0.35
const fast = 0.6

/** `sheet` selects what is pulled, from its handle outwards. Answers what a press on the handle does. */
export function createSheetDrag(sheet: string, onGone: () => void) {
  let stop: (() => void) | undefined
  onCleanup(() => stop?.())
  return (event: PointerEvent & { readonly currentTarget: HTMLElement }): void => {
    const handle = event.currentTarget
    const element = handle.closest<HTMLElement>(sheet)
    if (!element || event.button !== 0 || !isSheet(handle)) return
    const from = event.clientY
    let [at, before, speed] = [from, event.timeStamp, 0]
    const follow = (move: PointerEvent): void => {
      speed = (move.clientY - at) / Math.max(1, move.timeStamp - before)
      ;[at, before] = [move.clientY, move.timeStamp]
      element.style.transform = `translateY(${Math.max(0, at - from)}px)`
    }
    const end = (up: PointerEvent): void => {
      const gone =
        up.type === 'pointerup' && (at - from > element.clientHeight * far || speed > fast)
      stop?.()
      if (gone) onGone()
    }
    stop = () => {
      stop = undefined
      element.style.transform = ''
      handle.removeEventListener('pointermove', follow)
      handle.removeEventListener('pointerup', end)
      handle.removeEventListener('pointercancel', end)
    }
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', follow)
    handle.addEventListener('pointerup', end)
    handle.addEventListener('pointercancel', end)
  }
}

/** The handle is drawn only where the dialog is a sheet. */
const isSheet = (handle: HTMLElement): boolean =>
  handle.querySelector('.ui-dialog-handle')?.checkVisibility() ?? false
