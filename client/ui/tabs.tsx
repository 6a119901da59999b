/** Views of one thing beside each other, one shown at a time; arrows, Home and End go between them. Only the shown one is drawn. */
import { Tabs as Kobalte } from '@kobalte/core/tabs'
import { For, Show, type JSX } from 'solid-js'
import './tabs.css'

export interface Tab {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
  readonly disabled?: boolean | undefined
  readonly panel: () => JSX.Element
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly current: string
  readonly onChange: (id: string) => void
}

export function Tabs(props: TabsProps) {
  return (
    <Kobalte value={props.current} onChange={(id) => props.onChange(id)}>
      <Kobalte.List class="ui-tabs" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab) => (
            <Kobalte.Trigger class="ui-tab" value={tab.id} disabled={tab.disabled ?? false}>
              {tab.label}
              <Show when={tab.count !== undefined}>
                <span class="ui-tab-count">{tab.count}</span>
              </Show>
            </Kobalte.Trigger>
          )}
        </For>
      </Kobalte.List>
      <For each={props.tabs}>
        {(tab) => (
          <Kobalte.Content class="ui-tab-panel" value={tab.id}>
            {tab.panel()}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte>
  )
}
