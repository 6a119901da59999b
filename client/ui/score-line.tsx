/** A figure of a hundred and its bar, as the head of what explains it. */
import { Meter } from './meter.tsx'
import './check-links.css'

export interface ScoreLineProps {
  readonly label: string
  readonly score: number
}

export function ScoreLine(props: ScoreLineProps) {
  return (
    <div class="ui-score">
      <span class="ui-score-figure" aria-hidden="true">
        {props.score}
      </span>
      <Meter label={props.label} share={props.score / 100} good />
    </div>
  )
}
