/** Whether an element holds more than it shows sideways, and whether some of that is still ahead. Give `watch` as its ref. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'

export interface Overflow {
  readonly overflows: Accessor<boolean>
  /** Not yet scrolled to its end. */
  readonly isAhead: Accessor<boolean>
  readonly watch: (element: HTMLElement) => void
}

export function watchOverflow(): Overflow {
  const [overflows, setOverflows] = createSignal(false)
  const [isAhead, setAhead] = createSignal(false)
  return {
    overflows,
    isAhead,
    watch(element) {
      const look = (): void => {
        const { scrollWidth, clientWidth, scrollLeft } = element
        setOverflows(scrollWidth > clientWidth)
        // From right to left it counts downwards; a pixel is lost to rounding.
        setAhead(scrollWidth - clientWidth - Math.abs(scrollLeft) > 1)
      }
      const sizes = new ResizeObserver(look)
      sizes.observe(element)
      element.addEventListener('scroll', look, { passive: true })
      onCleanup(() => {
        sizes.disconnect()
        element.removeEventListener('scroll', look)
      })
    },
  }
}
