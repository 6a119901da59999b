/**
 * The frame of the app. Desk: sidebar, list, detail. Tablet: sidebar and one page. Phone: one page, bar below.
 * Which one is decided by CSS alone; `showing` says which page a narrow screen shows. The list keeps its place throughout.
 */
import Search from 'lucide-solid/icons/search'
import { children, For, Show, type JSX } from 'solid-js'
import { KeyHint } from './key-hint.tsx'
import { Mark } from './mark.tsx'
import './shell.css'

export interface ShellPlace {
  readonly href: string
  readonly label: string
  readonly icon: () => JSX.Element
  readonly current: boolean
  /** What waits there; `label` says it in words. */
  readonly badge?: { readonly count: number; readonly label: string } | null | undefined
}

export interface ShellLayoutProps {
  /** The workspace's name, beside the mark. */
  readonly brand: string
  readonly navigationLabel: string
  readonly places: readonly ShellPlace[]
  /** Leads a phone to the places that find no room in its bar. */
  readonly more: ShellPlace | null
  /** Opens the search; `keys` as keycaps. */
  readonly search: { readonly label: string; readonly keys: string; open(): void }
  /** Where work is (StatusLine): foot of the sidebar, above the bar on phones. */
  readonly status?: JSX.Element
  /** Small print beside the status, such as the language. */
  readonly foot?: JSX.Element
  /** Across the top: offline, signed out. */
  readonly notice?: JSX.Element
  readonly list?: JSX.Element
  /** Names the list for screen readers. */
  readonly listLabel?: string | undefined
  readonly detail?: JSX.Element
  /** Gives the pane the detail scrolls in. */
  readonly onDetailPane?: ((pane: HTMLElement) => void) | undefined
  readonly showing: 'list' | 'detail'
}

/** Beside these a bar has room for the search and for more. */
export const placesInBar = 3

export function ShellLayout(props: ShellLayoutProps) {
  const list = children(() => props.list)
  const inBar = () => (props.more === null ? props.places : props.places.slice(0, placesInBar))
  return (
    <div class="ui-shell-frame">
      <div class="ui-shell" data-list={list() ? '' : undefined} data-showing={props.showing}>
        <div class="ui-shell-notice">{props.notice}</div>
        <div class="ui-shell-side">
          <header class="ui-shell-brand">
            <Mark size={20} />
            {props.brand}
          </header>
          <button type="button" class="ui-nav-item" onClick={() => props.search.open()}>
            <Search size={16} aria-hidden="true" />
            {props.search.label}
            <span class="ui-nav-end" aria-hidden="true">
              <KeyHint keys={props.search.keys} />
            </span>
          </button>
          <nav aria-label={props.navigationLabel}>
            <For each={props.places}>
              {(place) => (
                <a
                  class="ui-nav-item"
                  href={place.href}
                  aria-current={place.current ? 'page' : undefined}
                >
                  {place.icon()}
                  {place.label}
                  <Badge place={place} />
                </a>
              )}
            </For>
          </nav>
        </div>
        <footer class="ui-shell-status">
          {props.status}
          <div class="ui-shell-foot">{props.foot}</div>
        </footer>
        <main class="ui-shell-pages">
          <Show when={list()}>
            <section class="ui-shell-list" aria-label={props.listLabel}>
              {list()}
            </section>
          </Show>
          <div class="ui-shell-detail" ref={(pane) => props.onDetailPane?.(pane)}>
            {props.detail}
          </div>
        </main>
        <nav class="ui-shell-bottom" aria-label={props.navigationLabel}>
          <For each={inBar()}>{(place) => <BarPlace place={place} />}</For>
          <button type="button" class="ui-bottom-item" onClick={() => props.search.open()}>
            <Search size={16} aria-hidden="true" />
            {props.search.label}
          </button>
          <Show when={props.more}>{(more) => <BarPlace place={more()} />}</Show>
        </nav>
      </div>
    </div>
  )
}

function BarPlace(props: { readonly place: ShellPlace }) {
  return (
    <a
      class="ui-bottom-item"
      href={props.place.href}
      aria-current={props.place.current ? 'page' : undefined}
    >
      {props.place.icon()}
      {props.place.label}
      <Badge place={props.place} />
    </a>
  )
}

function Badge(props: { readonly place: ShellPlace }) {
  return (
    <Show when={props.place.badge}>
      {(badge) => (
        <span class="ui-badge">
          <span aria-hidden="true">{badge().count > 99 ? '99+' : badge().count}</span>
          <span class="ui-hidden-text">{badge().label}</span>
        </span>
      )}
    </Show>
  )
}
