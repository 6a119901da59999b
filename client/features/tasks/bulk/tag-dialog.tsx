/** A tag for the chosen tasks: of the words that ship and those in use here, or a new one; or taken off again. */
import { createMemo, createSignal } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Combobox } from '#client/ui/combobox.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { knownTags, tagsInUse } from '#client/features/tasks/tags/known-tags.ts'
import {
  parseTag,
  tagKindNames,
  tagKinds,
  tagOf,
  tagWord,
  type Tag,
  type TagKind,
} from '#shared/domain/tasks/tags.ts'
import type { AskBulkProps } from './ask-bulk.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { createBulkStep } from './create-bulk-step.ts'
import { sayTagLong } from './say-bulk.ts'
import { bulkWords } from './words.ts'

export function TagDialog(props: AskBulkProps) {
  const words = useWords(bulkWords)
  const step = createBulkStep(props)
  const { tasks } = props
  const count = formatNumber(tasks.length)
  const [kind, setKind] = createSignal<TagKind>('scene')
  const [chosen, setChosen] = createSignal('')
  const [isOff, setOff] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [made, setMade] = createSignal<readonly Tag[]>([])
  const known = createMemo(() => knownTags(kind(), [...tagsInUse(tasks), ...made()]))
  const make = (typed: string): void => {
    const tag = tagOf(kind(), typed)
    if (tag === null) return
    const tooLong = sayTagLong(typed)
    if (tooLong !== null) showToast(tooLong, { tone: 'warn' })
    setMade([...made(), tag])
    setChosen(tag)
  }
  const set = (): void => {
    setAsked(true)
    const tag = parseTag(chosen())
    if (tag !== null) void step.run(tasks, { kind: 'tag', tag, on: !isOff() })
  }
  return (
    <BulkDialog
      title={words().titles.tag(count)}
      help={words().tagHelp}
      act={words().act.tag(count)}
      step={step}
      nameOf={props.nameOf}
      onAct={set}
      onClose={props.onClose}
    >
      <ChoiceChips
        label={words().kind}
        choices={tagKinds.map((value) => ({ value, label: tagKindNames[value][language()] }))}
        chosen={[kind()]}
        onToggle={(value) => {
          setKind(value)
          setChosen('')
        }}
      />
      <Combobox
        label={words().word}
        placeholder={words().pickWord}
        error={asked() && chosen() === '' ? words().needsWord : undefined}
        value={chosen()}
        options={known().map((tag) => ({ value: tag, label: tagWord(tag, language()) }))}
        onChange={setChosen}
        onMake={make}
      />
      <ChoiceChips
        label={words().howTag}
        choices={[
          { value: 'on', label: words().putOn },
          { value: 'off', label: words().takeOff },
        ]}
        chosen={[isOff() ? 'off' : 'on']}
        onToggle={(value) => setOff(value === 'off')}
      />
    </BulkDialog>
  )
}
