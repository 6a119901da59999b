/**
 * The screens that stand in front of the app where it cannot run: a plain http address, an old browser, a chat app's browser,
 * and where the browser does not open what is on this device.
 */
import { createSignal, Match, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { FrontPage } from '#client/ui/front-page.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { frontWords } from './front-words.ts'
import { LanguageSwitch } from './language-switch.tsx'
import type { Surroundings } from './surroundings.ts'

export interface FrontScreensProps {
  readonly surroundings: Exclude<Surroundings, 'ready'> | 'not-opening'
}

export function FrontScreens(props: FrontScreensProps) {
  const words = useWords(frontWords)
  return (
    <Switch>
      <Match when={props.surroundings === 'insecure'}>
        <FrontPage
          title={words().insecureTitle}
          lead={words().insecureHelp}
          foot={<LanguageSwitch />}
        >
          <Text>{words().insecureHow}</Text>
        </FrontPage>
      </Match>
      <Match when={props.surroundings === 'too-old'}>
        <FrontPage
          title={words().tooOldTitle}
          lead={words().tooOldHelp}
          foot={<LanguageSwitch />}
        />
      </Match>
      <Match when={props.surroundings === 'not-opening'}>
        <FrontPage
          title={words().notOpeningTitle}
          lead={words().notOpeningHelp}
          foot={<LanguageSwitch />}
        />
      </Match>
      <Match when={props.surroundings === 'in-chat-app'}>
        <FrontPage title={words().chatTitle} lead={words().chatHelp} foot={<LanguageSwitch />}>
          <OpenElsewhere />
        </FrontPage>
      </Match>
    </Switch>
  )
}

/** The whole link, secret included, stands in a field: chat apps often forbid copying by script. */
function OpenElsewhere() {
  const words = useWords(frontWords)
  const [copied, setCopied] = createSignal(false)
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    )
    setCopied(done === true)
  }
  return (
    <Stack>
      <Text>{words().chatHow}</Text>
      <TextField
        label={words().linkLabel}
        hideLabel
        value={location.href}
        readOnly
        onInput={() => undefined}
      />
      <Button kind="primary" wide onClick={() => void copy()}>
        {copied() ? words().copied : words().copyLink}
      </Button>
    </Stack>
  )
}
