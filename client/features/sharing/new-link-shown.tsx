/** A guest link just made, and whether it opens yet. */
import { Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { MadeLink } from '#client/ui/made-link.tsx'
import type { SharingState } from '#shared/records/sharing.ts'
import { sharingWords } from './words.ts'

export function NewLinkShown(props: {
  readonly link: string
  readonly title: string
  readonly state: SharingState
}) {
  const words = useWords(sharingWords)
  const standing = () => (
    <Show
      when={props.state === 'stands'}
      fallback={
        <Banner tone={props.state === 'refused' ? 'bad' : 'warn'}>
          {props.state === 'refused' ? words().linkStates.refused : words().linkStates.waiting}
        </Banner>
      }
    >
      <Banner tone="ok">{words().linkWorks}</Banner>
    </Show>
  )
  return (
    <MadeLink
      link={props.link}
      title={words().shareText(props.title)}
      standing={standing()}
      words={{
        ...words(),
        label: words().linkLabel,
        qr: words().qrLabel,
        share: words().send,
        once: words().linkOnce,
      }}
    />
  )
}
