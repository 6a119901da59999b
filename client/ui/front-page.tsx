/** A screen that stands in front of the app: joining, an address that is not secure, a browser inside a chat app. */
import { Show, type JSX } from 'solid-js'
import { Mark } from './mark.tsx'
import './layout.css'

export interface FrontPageProps {
  readonly title: string
  readonly lead?: string | undefined
  readonly children?: JSX.Element
  /** Small print below: the language, a version. */
  readonly foot?: JSX.Element
}

export function FrontPage(props: FrontPageProps) {
  return (
    <main class="ui-front">
      <div>
        <div class="ui-front-mark">
          <Mark size={36} />
        </div>
        <h1>{props.title}</h1>
        <p class="ui-front-lead">{props.lead}</p>
        {props.children}
        <Show when={props.foot}>{(foot) => <footer class="ui-front-foot">{foot()}</footer>}</Show>
      </div>
    </main>
  )
}
