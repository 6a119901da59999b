/** A way in steps, and where on it something stands: what is behind it has a tick, the present one is named as such. */
import Check from 'lucide-solid/icons/check'
import { For, Show } from 'solid-js'
import './step-line.css'

export interface Step {
  readonly id: string
  readonly label: string
  readonly mark: 'done' | 'now' | 'open'
  /** Below its name: who, how long. */
  readonly detail?: string | undefined
}

export interface StepLineProps {
  readonly label: string
  readonly steps: readonly Step[]
}

export function StepLine(props: StepLineProps) {
  return (
    <ol class="ui-steps" aria-label={props.label}>
      <For each={props.steps}>
        {(step) => (
          <li data-mark={step.mark} aria-current={step.mark === 'now' ? 'step' : undefined}>
            <span class="ui-step-dot" aria-hidden="true">
              <Show when={step.mark === 'done'}>
                <Check size={12} />
              </Show>
            </span>
            <span class="ui-step-name">{step.label}</span>
            <Show when={step.detail}>
              <span class="ui-step-detail">{step.detail}</span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
