/** A paragraph in one of the three voices of a page. `line` keeps it to one line and cuts its end. */
import type { JSX } from 'solid-js'
import './layout.css'

export interface TextProps {
  readonly kind?: 'body' | 'quiet' | 'small' | undefined
  readonly line?: boolean | undefined
  readonly children: JSX.Element
}

export function Text(props: TextProps) {
  return (
    <p class="ui-text" data-kind={props.kind ?? 'body'} data-line={props.line ? '' : undefined}>
      {props.children}
    </p>
  )
}
