/** View, comment or edit. */
import { useWords } from '#client/i18n/words.ts'
import { Select } from '#client/ui/select.tsx'
import { grantedRights, type GrantedRight } from '#shared/lib/access.ts'
import { sharingWords } from './words.ts'

export function RightSelect(props: {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: GrantedRight
  readonly onChange: (right: GrantedRight) => void
}) {
  const words = useWords(sharingWords)
  return (
    <Select<GrantedRight>
      label={props.label}
      hideLabel={props.hideLabel}
      value={props.value}
      options={grantedRights.map((value) => ({ value, label: words().rights[value] }))}
      onChange={(right) => props.onChange(right)}
    />
  )
}
