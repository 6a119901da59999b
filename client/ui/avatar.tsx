/** A person as their first letter on the colour of their id. */
import { personColor } from './person-color.ts'
import './avatar.css'

export interface AvatarProps {
  readonly id: string
  readonly name: string
}

export function Avatar(props: AvatarProps) {
  return (
    <span
      class="ui-avatar"
      role="img"
      aria-label={props.name}
      title={props.name}
      style={{ '--person': personColor(props.id) }}
    >
      {initialOf(props.name)}
    </span>
  )
}

/** The first letter as a reader sees it: one Chinese family name, one Thai cluster, one Latin capital. */
function initialOf(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim())
  return first?.segment.toLocaleUpperCase() ?? '·'
}
