/** Grey lines where content will stand, shown only when it takes longer than 200 ms. */
import { For } from 'solid-js'
import './empty-state.css'

export interface SkeletonProps {
  /** Said by screen readers: that it is being opened. */
  readonly label: string
  /** Number of lines, 6 when left out. */
  readonly lines?: number | undefined
}

export function Skeleton(props: SkeletonProps) {
  return (
    <div class="ui-skeleton" role="status" aria-label={props.label}>
      <For each={Array.from({ length: props.lines ?? 6 })}>{() => <i />}</For>
    </div>
  )
}
