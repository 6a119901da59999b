/** How full something is, 0 to 1, as a bar; its words stand beside it. A sliver stays visible where there is anything. */
import './fact-list.css'

export interface MeterProps {
  readonly label: string
  readonly share: number
  /** Full is what is wanted, not what is feared. */
  readonly good?: boolean | undefined
}

export function Meter(props: MeterProps) {
  const share = (): number => Math.min(1, Math.max(0, props.share))
  return (
    <div
      class="ui-meter"
      role="meter"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share() * 100)}
      data-full={share() > 0.9 && !props.good ? '' : undefined}
    >
      <i style={{ width: `max(${share() * 100}%, ${share() > 0 ? 3 : 0}px)` }} />
    </div>
  )
}
