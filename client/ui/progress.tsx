/** How far something has come; `share` (0 to 1) is null while nobody can know. Its sentence stands above, the count at the end. */
import { Show } from 'solid-js'
import './status.css'

export interface ProgressProps {
  readonly label: string
  readonly share: number | null
  /** Such as `3 / 12`; what is unknown is not counted. */
  readonly count?: string | undefined
}

export function Progress(props: ProgressProps) {
  const percent = (): number => Math.round(Math.min(1, Math.max(0, props.share ?? 0)) * 100)
  return (
    <div class="ui-progress">
      <p aria-hidden="true">
        <span>{props.label}</span>
        <Show when={props.count}>
          <span>{props.count}</span>
        </Show>
      </p>
      <div
        class="ui-progress-track"
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={props.share === null ? undefined : percent()}
        aria-valuetext={props.share === null ? undefined : props.count}
        data-unknown={props.share === null ? '' : undefined}
      >
        <i style={{ transform: props.share === null ? undefined : `scaleX(${percent() / 100})` }} />
      </div>
    </div>
  )
}
