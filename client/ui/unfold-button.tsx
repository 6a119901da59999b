/** Looks like a select and unfolds the choices below it: for what holds any number of choices, and shows in a word what none means. */
import ChevronDown from 'lucide-solid/icons/chevron-down'
import './field.css'

export interface UnfoldButtonProps {
  /** What it unfolds; the value is said after it. */
  readonly label: string
  readonly value: string
  readonly onUnfold: () => void
}

export function UnfoldButton(props: UnfoldButtonProps) {
  /** The button makes way for the choices, and the first of them takes its focus. */
  const unfold = (button: HTMLElement): void => {
    const group = button.closest('[role="group"]')
    props.onUnfold()
    queueMicrotask(() => {
      if (!button.isConnected) group?.querySelector('button')?.focus()
    })
  }
  return (
    <div class="ui-select">
      <button
        type="button"
        class="ui-input ui-unfold"
        aria-expanded="false"
        aria-label={`${props.label} · ${props.value}`}
        onClick={(event) => unfold(event.currentTarget)}
      >
        {props.value}
      </button>
      <ChevronDown size={16} aria-hidden="true" />
    </div>
  )
}
