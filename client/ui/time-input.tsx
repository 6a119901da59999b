/**
 * The time beside a day, always in 24 hours whatever the browser's own language is. Up and Down go by a quarter of an hour; what is no
 * time is put back on leaving.
 */
import { readTypedTime } from './read-typed-time.ts'
import { isComposing } from './is-composing.ts'

export interface TimeInputProps {
  readonly label: string
  /** `18:00` or ''. */
  readonly value: string
  readonly onChange: (time: string) => void
  readonly disabled?: boolean | undefined
}

const day = 24 * 60

export function TimeInput(props: TimeInputProps) {
  const take = (input: HTMLInputElement): void => {
    const time = input.value.trim() === '' ? '' : readTypedTime(input.value)
    if (time !== null && time !== props.value) props.onChange(time)
    input.value = props.value
  }
  const press = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }): void => {
    const by = event.key === 'ArrowUp' ? 15 : event.key === 'ArrowDown' ? -15 : 0
    if (isComposing(event) || by === 0) return
    event.preventDefault()
    const [hour = 0, minute = 0] = (props.value || '00:00').split(':').map(Number)
    const at = (hour * 60 + minute + by + day) % day
    const two = (part: number): string => String(part).padStart(2, '0')
    props.onChange(`${two(Math.floor(at / 60))}:${two(at % 60)}`)
  }
  return (
    <input
      class="ui-input ui-time"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-label={props.label}
      placeholder="18:00"
      value={props.value}
      disabled={props.disabled}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={press}
      onChange={(event) => take(event.currentTarget)}
    />
  )
}
