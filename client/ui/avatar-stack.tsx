/** Who is here, overlapping; more than `most` (4) become a number. */
import { For, Show } from 'solid-js'
import { Avatar } from './avatar.tsx'

export interface AvatarStackProps {
  /** What the group is: `正在看的人`. */
  readonly label: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly most?: number | undefined
}

export function AvatarStack(props: AvatarStackProps) {
  const most = () => props.most ?? 4
  const hidden = () => props.people.slice(most())
  return (
    <Show when={props.people.length > 0}>
      <ul class="ui-avatars" aria-label={props.label}>
        <For each={props.people.slice(0, most())}>
          {(person) => (
            <li>
              <Avatar id={person.id} name={person.name} />
            </li>
          )}
        </For>
        <Show when={hidden().length > 0}>
          <li>
            <span
              class="ui-avatar"
              data-more=""
              title={hidden()
                .map((person) => person.name)
                .join('\n')}
            >
              {`+${hidden().length}`}
            </span>
          </li>
        </Show>
      </ul>
    </Show>
  )
}
