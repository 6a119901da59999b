/** A paragraph in one of the four voices of a page. `line` keeps it to one line and cuts its end. */
import type { JSX } from 'solid-js'
import './layout.css'

export interface TextProps {
  readonly kind?: 'body' | 'title' | 'strong' | 'quiet' | 'small' | undefined
  readonly line?: boolean | undefined
  /** The language of the content where it is not the app's. */
  readonly lang?: string | undefined
  readonly children: JSX.Element
}

export function Text(props: TextProps) {
  return (
    <p
      class="ui-text"
      data-kind={props.kind ?? 'body'}
      data-line={props.line ? '' : undefined}
      lang={props.lang}
    >
      {props.children}
    </p>
  )
}
