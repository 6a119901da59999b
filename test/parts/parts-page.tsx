/** All sections beside a list of them; a section in the address is shown alone, so that a test or a picture sees nothing else. */
import { createSignal, For, onCleanup } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { ToastRegion } from '#client/ui/toast-region.tsx'
import { TooltipRegion } from '#client/ui/tooltip-region.tsx'
import { say } from './say.ts'
import { sections } from './sections.ts'

export function PartsPage() {
  const [asked, setAsked] = createSignal(location.hash.slice(1))
  const follow = (): void => void setAsked(location.hash.slice(1))
  window.addEventListener('hashchange', follow)
  onCleanup(() => window.removeEventListener('hashchange', follow))
  const shown = () =>
    asked() === '' ? sections : sections.filter(({ id }) => asked().split(',').includes(id))
  return (
    <div class="parts">
      <nav class="parts-side" aria-label={say('部件', 'Parts')} tabIndex={0}>
        <For each={sections}>
          {(section) => (
            <a href={`#${section.id}`} aria-current={asked() === section.id ? 'page' : undefined}>
              {section.name()}
            </a>
          )}
        </For>
      </nav>
      <main class="parts-main">
        <h1 class="ui-hidden-text">{say('部件', 'Parts')}</h1>
        <For each={shown()}>
          {(section) => (
            <section class="parts-section" data-section={section.id} aria-label={section.name()}>
              <h2>{section.name()}</h2>
              <div class="parts-states">
                <Dynamic component={section.part} />
              </div>
            </section>
          )}
        </For>
      </main>
      <ToastRegion label={say('通知', 'Messages')} closeLabel={say('关闭', 'Close')} />
      <TooltipRegion />
    </div>
  )
}
