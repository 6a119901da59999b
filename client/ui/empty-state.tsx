/** Nothing here yet, or nothing to see: says which, and what to do next. Also for no access, not found and failed loads. */
import { Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import './empty-state.css'

export interface EmptyStateProps {
  readonly title: string
  /** It is all the page says, so its title is the page's. */
  readonly isPage?: boolean | undefined
  readonly help?: string | undefined
  readonly action?: JSX.Element
  /** A quieter way below it: a link. */
  readonly other?: JSX.Element
}

export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="ui-empty">
      <Dynamic component={props.isPage ? 'h1' : 'h2'}>{props.title}</Dynamic>
      <Show when={props.help}>
        <p>{props.help}</p>
      </Show>
      <Show when={props.action}>{(action) => <div class="ui-empty-action">{action()}</div>}</Show>
      <Show when={props.other}>{(other) => <p class="ui-empty-other">{other()}</p>}</Show>
    </div>
  )
}
