/** Whether an element holds more than it shows sideways. Give `watch` as its ref. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'

export function watchOverflow(): readonly [
  overflows: Accessor<boolean>,
  watch: (element: HTMLElement) => void,
] {
  const [overflows, setOverflows] = createSignal(false)
  return [
    overflows,
    (element) => {
      const sizes = new ResizeObserver(() =>
        setOverflows(element.scrollWidth > element.clientWidth),
      )
      sizes.observe(element)
      onCleanup(() => sizes.disconnect())
    },
  ]
}
