/**
 * One figure of a chart as a line: its name, a bar, the value and how many cases it comes from, all readable as they stand.
 * Opened it says how it is counted and lists what is behind it. Bars tell nothing the words do not, so that screen readers
 * pass them over. Its children are made when it is first opened.
 */
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, Show, type JSX } from 'solid-js'
import './figures.css'

export interface FigureLineProps {
  readonly label: string
  readonly value: string
  /** Behind the value: the sample, or what it is made of. */
  readonly note: string
  /** 0 to 1 of the chart's width; absent: a figure without a bar. */
  readonly bar?: FigureBar | undefined
  readonly children: JSX.Element
}

export interface FigureBar {
  readonly share: number
  /** A paler length behind it, to where nine of ten lie. */
  readonly reach?: number | undefined
  /** The dark part of `share`, from its beginning. */
  readonly part?: number | undefined
}

export function FigureLine(props: FigureLineProps) {
  const [wasOpen, setWasOpen] = createSignal(false)
  return (
    <details class="ui-figure" onToggle={(event) => event.currentTarget.open && setWasOpen(true)}>
      <summary>
        <ChevronRight size={16} aria-hidden="true" />
        <span class="ui-figure-label">{props.label}</span>
        <span class="ui-figure-bar" aria-hidden="true">
          <Show when={props.bar}>
            {(bar) => (
              <>
                <i data-part="reach" style={{ width: widthOf(bar().reach ?? 0) }} />
                <i data-part="share" style={{ width: widthOf(bar().share) }} />
                <i data-part="part" style={{ width: widthOf(bar().part ?? 0) }} />
              </>
            )}
          </Show>
        </span>
        <span class="ui-figure-value">{props.value}</span>
        <span class="ui-figure-note">{props.note}</span>
      </summary>
      <div>
        <Show when={wasOpen()}>{props.children}</Show>
      </div>
    </details>
  )
}

/** A sliver stays visible where there is anything. */
const widthOf = (share: number): string =>
  share > 0 ? `max(${Math.min(1, share) * 100}%, 3px)` : '0'
