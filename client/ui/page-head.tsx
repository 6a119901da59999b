/** The bar at the top of a list or a page; it stays while the rest scrolls. `back` shows where one page fills the screen. */
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import { Show, type JSX } from 'solid-js'
import { createNarrow } from './create-narrow.ts'
import { IconButton } from './icon-button.tsx'
import { watchTitle } from './watch-title.ts'
import './shell.css'

export interface PageHeadProps {
  readonly title?: string | undefined
  /** Keeps the title for screen readers, where the page itself shows it larger; on a phone until that is scrolled away. */
  readonly hideTitle?: boolean | undefined
  /** Before the actions: pills, codes. */
  readonly marks?: JSX.Element
  /** At the end: avatars, buttons. */
  readonly actions?: JSX.Element
  readonly back?:
    | {
        readonly label: string
        readonly onBack: () => void
        /** Only there: elsewhere the way back stands in the sidebar. */
        readonly onPhones?: boolean | undefined
      }
    | undefined
}

export function PageHead(props: PageHeadProps) {
  let head: HTMLElement | undefined
  const isNarrow = createNarrow()
  const isPast = watchTitle(
    () => head,
    () => props.hideTitle === true && isNarrow(),
  )
  return (
    <header
      ref={(element) => (head = element)}
      class="ui-head"
      data-past={isPast() ? '' : undefined}
    >
      <Show when={props.back}>
        {(back) => (
          <div class="ui-head-back" data-phone={back().onPhones ? '' : undefined}>
            <IconButton label={back().label} onClick={() => back().onBack()}>
              <ChevronLeft size={20} aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </Show>
      <Show when={props.title}>
        <div class={props.hideTitle && !isPast() ? 'ui-hidden-text' : 'ui-head-titles'}>
          <h1>{props.title}</h1>
        </div>
      </Show>
      {props.marks}
      <Show when={props.actions}>
        {(actions) => <div class="ui-head-actions">{actions()}</div>}
      </Show>
    </header>
  )
}
