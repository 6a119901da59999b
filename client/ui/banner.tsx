/** A sentence about the whole page or a section, what to do about it, and at most two actions (Buttons, shown as links). */
import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import { Match, Show, Switch, type JSX } from 'solid-js'
import type { Tone } from './toasts.ts'
import './status.css'

export interface BannerProps {
  readonly tone?: Tone | undefined
  readonly children: JSX.Element
  readonly action?: JSX.Element
  /** From edge to edge, under a page's head. */
  readonly edge?: boolean | undefined
}

export function Banner(props: BannerProps) {
  return (
    <div
      class="ui-banner"
      data-tone={props.tone ?? 'neutral'}
      data-edge={props.edge ? '' : undefined}
      role={props.tone === 'bad' ? 'alert' : 'status'}
    >
      <Switch fallback={<Info size={16} aria-hidden="true" />}>
        <Match when={props.tone === 'ok'}>
          <CircleCheck size={16} aria-hidden="true" />
        </Match>
        <Match when={props.tone === 'bad' || props.tone === 'warn'}>
          <CircleAlert size={16} aria-hidden="true" />
        </Match>
      </Switch>
      <div>
        <p>{props.children}</p>
        <Show when={props.action}>
          {(action) => <span class="ui-banner-action">{action()}</span>}
        </Show>
      </div>
    </div>
  )
}
