/** What somebody said, as text: people spoken to stand out, web addresses can be followed, and nothing is ever markup. */
import { For, Match, Switch } from 'solid-js'
import { segmentsOf, type Segment } from '#shared/domain/talk/segments.ts'
import type { Wording } from '#shared/domain/talk/talk.ts'
import './talk.css'

export interface CommentTextProps {
  readonly said: Pick<Wording, 'text' | 'mentions'>
  readonly me: string
}

export function CommentText(props: CommentTextProps) {
  return (
    <p class="talk-text" dir="auto">
      <For each={segmentsOf(props.said.text, props.said.mentions)}>
        {(segment) => <Piece segment={segment} me={props.me} />}
      </For>
    </p>
  )
}

function Piece(props: { readonly segment: Segment; readonly me: string }) {
  const link = () => (props.segment.kind === 'link' ? props.segment : null)
  const mention = () => (props.segment.kind === 'mention' ? props.segment : null)
  return (
    <Switch fallback={props.segment.text}>
      <Match when={link()}>
        {(one) => (
          <a href={one().href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {one().text}
          </a>
        )}
      </Match>
      <Match when={mention()}>
        {(one) => (
          <span
            class="talk-mention"
            data-me={one().members.some((member) => member === props.me) ? '' : undefined}
          >
            {one().text}
          </span>
        )}
      </Match>
    </Switch>
  )
}
