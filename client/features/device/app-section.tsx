/** The app itself: on the home screen or how to get it there, which version it is, and whether a newer one waits. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import { appVersion } from '#client/pwa/version.ts'
import { Button } from '#client/ui/button.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Section } from '#client/ui/section.tsx'
import { deviceWords } from './words.ts'

export function AppSection(props: { readonly pwa: Pwa }) {
  const words = useWords(deviceWords)
  const [looked, setLooked] = createSignal(false)
  const [looking, setLooking] = createSignal(false)
  const isNewer = (): boolean => props.pwa.update.state() !== 'none'
  const how = (): string | undefined => {
    switch (props.pwa.install.way()) {
      case 'installed':
        return undefined
      case 'prompt':
        return words().installPrompt
      case 'ios':
        return words().installIos
      case 'mac-safari':
        return words().installMacSafari
      case 'menu':
        return words().installMenu
    }
  }
  const look = async (): Promise<void> => {
    setLooking(true)
    await props.pwa.update.look()
    setLooking(false)
    setLooked(true)
  }
  return (
    <Section title={words().app}>
      <FactList>
        <Fact
          label={words().installed}
          value={
            props.pwa.install.way() === 'installed' ? words().isInstalled : words().notInstalled
          }
          help={how()}
          action={
            <Show when={props.pwa.install.way() === 'prompt'}>
              <Button onClick={() => void props.pwa.install.prompt()}>{words().install}</Button>
            </Show>
          }
        />
        <Fact
          label={words().version}
          value={isNewer() ? words().newer(appVersion()) : appVersion()}
          help={isNewer() ? words().newerHelp : looked() ? words().newest : undefined}
          action={
            <Show
              when={isNewer()}
              fallback={
                <Button pending={looking()} onClick={() => void look()}>
                  {words().look}
                </Button>
              }
            >
              <Button kind="primary" onClick={() => void props.pwa.update.take()}>
                {words().update}
              </Button>
            </Show>
          }
        />
      </FactList>
    </Section>
  )
}
