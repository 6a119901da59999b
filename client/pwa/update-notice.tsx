/** A newer version waits, or is about to open: one quiet line, one button. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import type { AppUpdate } from './update.ts'
import { pwaWords } from './words.ts'

export interface UpdateNoticeProps {
  readonly update: AppUpdate
  /** The relay no longer speaks with this build. */
  readonly tooOld: boolean
}

export function UpdateNotice(props: UpdateNoticeProps) {
  const words = useWords(pwaWords)
  const [found, setFound] = createSignal(true)
  const isWorking = (): boolean => ['storing', 'elsewhere'].includes(props.update.state())
  const text = (): string => {
    switch (props.update.state()) {
      case 'storing':
        return words().storing
      case 'elsewhere':
        return words().elsewhere
      case 'not-stored':
        return words().notStored
      case 'waiting':
        return props.tooOld ? words().tooOld : words().ready
      case 'none':
        return found() ? words().tooOld : words().noNewer
    }
  }
  const press = async (): Promise<void> => {
    const isHere = props.update.state() !== 'none' || (await props.update.look())
    setFound(isHere)
    if (isHere) await props.update.take()
  }
  return (
    <Banner
      tone={props.update.state() === 'not-stored' || props.tooOld ? 'warn' : 'info'}
      edge
      action={
        <Show when={!isWorking()}>
          <Button kind="quiet" title={words().readyHelp} onClick={() => void press()}>
            {props.update.state() === 'not-stored' || !found() ? words().tryAgain : words().update}
          </Button>
        </Show>
      }
    >
      {text()}
    </Banner>
  )
}
