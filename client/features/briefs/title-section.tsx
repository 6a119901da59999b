/** The brief's title; when two people wrote one while apart, both stand side by side until somebody chooses. */
import { Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { InlineField } from '#client/ui/inline-field.tsx'
import { chooseTitle, setTitle } from '#shared/documents/commands/brief-fields.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { BriefHead } from '#shared/documents/readers/read-brief.ts'
import { ChooseOne } from './choose-one.tsx'
import type { FieldPresence } from './presence.ts'
import { briefWords } from './words.ts'

export interface TitleSectionProps {
  readonly doc: Y.Doc
  readonly head: BriefHead
  readonly presence: FieldPresence
  readonly readOnly: boolean
}

export function TitleSection(props: TitleSectionProps) {
  const words = useWords(briefWords)
  return (
    <Show
      when={props.head.titleCandidates.length > 1}
      fallback={
        <InlineField
          look="heading"
          label={words().title}
          value={props.head.title}
          placeholder={words().titlePlaceholder}
          maxLength={limits.titleCharacters}
          readOnly={props.readOnly}
          presence={props.presence.mark('title')}
          onFocus={() => props.presence.enter('title')}
          onBlur={() => props.presence.leave('title')}
          onInput={(text) => void setTitle(props.doc, text)}
        />
      }
    >
      <ChooseOne
        candidates={props.head.titleCandidates}
        authorOf={props.presence.authorOf}
        onChoose={(writer) => void chooseTitle(props.doc, writer)}
        readOnly={props.readOnly}
      />
    </Show>
  )
}
