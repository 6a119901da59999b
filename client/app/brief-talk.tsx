/**
 * The talk beside an open brief: a rail on wide screens, a sheet on others. Its document is open only while it is shown.
 * Left out: when it is shown (talk-showing.ts), and what a talk is (features/talk).
 */
import X from 'lucide-solid/icons/x'
import { createSignal, onCleanup, Show } from 'solid-js'
import { TalkPanel } from '#client/features/talk/talk-panel.tsx'
import type { TalkCalls } from '#client/features/talk/talk-calls.ts'
import { talkWords } from '#client/features/talk/words.ts'
import { useWords } from '#client/i18n/words.ts'
import { documentAddress } from '#client/live/document-address.ts'
import { useDocument } from '#client/live/use-document.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { TalkKeeping } from '#client/replica/talk-keeping.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { talkBeside } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { DocumentMark } from './status/document-mark.tsx'
import { appWords } from './words.ts'

export interface BriefTalkProps {
  readonly replica: Replica
  readonly keeping: TalkKeeping
  /** The brief's. */
  readonly name: DocName
  readonly people: readonly Person[]
  readonly nameOf: (member: string) => string
  readonly titleOf: (name: DocName) => string
  readonly overall: OverallStatus
  readonly now: () => number
  readonly sought: string | null
  readonly asked: number
  readonly wide: boolean
  readonly onClose: () => void
}

/** Ages are told in minutes. */
const tickMs = 30_000

export function BriefTalk(props: BriefTalkProps) {
  const words = useWords(talkWords)
  return (
    <Show
      when={props.wide}
      fallback={
        <Dialog
          open
          onOpenChange={(open) => !open && props.onClose()}
          title={words().talk}
          closeLabel={words().close}
          size="side"
        >
          <OpenTalk {...props} />
        </Dialog>
      }
    >
      <PageHead
        title={words().talk}
        actions={
          <IconButton label={words().close} onClick={() => props.onClose()}>
            <X size={18} aria-hidden="true" />
          </IconButton>
        }
      />
      <OpenTalk {...props} />
    </Show>
  )
}

function OpenTalk(props: BriefTalkProps) {
  const words = useWords(talkWords)
  const app = useWords(appWords)
  const { replica } = props
  const name = talkBeside(props.name)
  const live = useDocument(replica, name)
  const calls = createTalkCalls(props, name)
  const [known, setKnown] = createSignal(false)
  // Without it one's own comments would stand as a stranger's for a moment.
  void props.keeping.authors.look(name).then(() => setKnown(true))
  return (
    <div class="talk-side">
      <DocumentMark
        replica={replica}
        name={name}
        own={live.status()}
        overall={props.overall}
        titleOf={props.titleOf}
        safe={app().talkSafe}
      />
      <Show when={live.denied()}>
        <Banner tone="warn" edge>
          {words().denied}
        </Banner>
      </Show>
      <Show when={live.rebuilt()}>
        <Banner tone="warn" edge>
          {words().rebuilt}
        </Banner>
      </Show>
      <Show
        when={known() ? live.doc() : null}
        keyed
        fallback={<Skeleton label={words().loading} />}
      >
        {(doc) => (
          <TalkPanel
            doc={doc}
            calls={calls}
            readOnly={!live.canWrite()}
            sought={props.sought}
            asked={props.asked}
          />
        )}
      </Show>
    </div>
  )
}

function createTalkCalls(props: BriefTalkProps, name: DocName): TalkCalls {
  const { identity } = props.replica
  const { desk, authors } = props.keeping
  const [known, setKnown] = createSignal(0)
  const [now, setNow] = createSignal(props.now())
  const timer = setInterval(() => setNow(props.now()), tickMs)
  onCleanup(() => clearInterval(timer))
  onCleanup(authors.subscribe(() => setKnown((count) => count + 1)))
  const keyOf = (of: string): string => (of === '' ? name : `${name}/${of}`)
  return {
    me: identity.member,
    people: () => props.people.filter(({ member }) => member !== identity.member),
    nameOf: (writer) => props.nameOf(writer),
    writerOf() {
      known()
      return (client) => authors.authorOf(name, client)
    },
    seen: () => desk.seen(name),
    noteSeen: (clocks) => desk.noteSeen(name, clocks),
    draft: (of) => desk.draft(keyOf(of)),
    keepDraft: (of, text) => desk.keepDraft(keyOf(of), text),
    whenKept: desk.whenKept,
    linkTo: (comment) => `${documentAddress(props.name)}#comment-${comment}`,
    now: () => Math.max(now(), props.now()),
  }
}
