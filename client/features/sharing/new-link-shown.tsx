/** A guest link just made, and whether it opens yet. */
import { Match, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { MadeLink } from '#client/ui/made-link.tsx'
import { OnItsWay } from '#client/ui/on-its-way.tsx'
import type { SharingState } from '#shared/records/sharing.ts'
import { sharingWords } from './words.ts'

export function NewLinkShown(props: {
  readonly link: string
  readonly title: string
  readonly state: SharingState
}) {
  const words = useWords(sharingWords)
  const standing = () => (
    <Switch fallback={<OnItsWay soon={words().onWay} late={words().linkStates.waiting} />}>
      <Match when={props.state === 'stands'}>
        <Banner tone="ok">{words().linkWorks}</Banner>
      </Match>
      <Match when={props.state === 'refused'}>
        <Banner tone="bad">{words().linkStates.refused}</Banner>
      </Match>
    </Switch>
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
