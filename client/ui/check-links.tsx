/** What is there and what is not, each a way to the place where it is written: a mark, a name, and what is still to be done. */
import Circle from 'lucide-solid/icons/circle'
import CircleCheck from 'lucide-solid/icons/circle-check'
import CircleDot from 'lucide-solid/icons/circle-dot'
import { For, Match, Show, Switch } from 'solid-js'
import './check-links.css'

export interface CheckLink {
  readonly id: string
  readonly label: string
  /** Said after the label to screen readers. */
  readonly standing: string
  readonly mark: 'done' | 'part' | 'open'
  readonly detail?: string | undefined
  /** At the end of the line, such as points. */
  readonly aside?: string | undefined
}

export interface CheckLinksProps {
  readonly label: string
  readonly links: readonly CheckLink[]
  readonly onGo: (id: string) => void
}

export function CheckLinks(props: CheckLinksProps) {
  return (
    <ul class="ui-check-links" aria-label={props.label}>
      <For each={props.links}>
        {(link) => (
          <li data-mark={link.mark}>
            <button type="button" onClick={() => props.onGo(link.id)}>
              <Switch fallback={<Circle size={16} aria-hidden="true" />}>
                <Match when={link.mark === 'done'}>
                  <CircleCheck size={16} aria-hidden="true" />
                </Match>
                <Match when={link.mark === 'part'}>
                  <CircleDot size={16} aria-hidden="true" />
                </Match>
              </Switch>
              <span>
                <span class="ui-check-links-name">
                  {link.label}
                  <span class="ui-hidden-text">{link.standing}</span>
                </span>
                <Show when={link.detail}>
                  <span class="ui-check-links-detail">{link.detail}</span>
                </Show>
              </span>
              <Show when={link.aside}>
                <span class="ui-check-links-aside">{link.aside}</span>
              </Show>
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}
