/**
 * Whether an element scrolls and holds nothing that takes the focus, so that it must take the focus itself to be scrolled from
 * the keyboard. Give `watch` as its ref.
 */
import { createSignal, onCleanup, type Accessor } from 'solid-js'

const takesFocus = 'a[href], button, input, select, textarea, [tabindex]'

export function watchScrolledText(): readonly [
  isScrolledText: Accessor<boolean>,
  watch: (element: HTMLElement) => void,
] {
  const [isScrolledText, setScrolledText] = createSignal(false)
  return [
    isScrolledText,
    (element) => {
      const look = (): void =>
        void setScrolledText(
          element.scrollHeight > element.clientHeight && element.querySelector(takesFocus) === null,
        )
      const sizes = new ResizeObserver(look)
      const observe = (): void => {
        sizes.observe(element)
        for (const child of element.children) sizes.observe(child)
      }
      observe()
      const content = new MutationObserver(() => {
        observe()
        look()
      })
      content.observe(element, { childList: true, subtree: true })
      onCleanup(() => {
        sizes.disconnect()
        content.disconnect()
      })
    },
  ]
}
