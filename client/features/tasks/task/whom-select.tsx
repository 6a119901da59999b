/** Which colleague something is asked of, or nobody in particular. */
import { Select } from '#client/ui/select.tsx'
import type { MemberId } from '#shared/lib/ids.ts'
import type { TaskCalls } from './task-calls.ts'

const nobody = '-'

export function WhomSelect(props: {
  readonly label: string
  readonly nobody: string
  readonly whom: MemberId | null
  readonly people: ReturnType<TaskCalls['people']>
  readonly onChange: (whom: MemberId | null) => void
}) {
  return (
    <Select
      label={props.label}
      value={props.whom ?? nobody}
      options={[
        { value: nobody, label: props.nobody },
        ...props.people.map(({ member, name }) => ({ value: String(member), label: name })),
      ]}
      onChange={(chosen) =>
        props.onChange(props.people.find(({ member }) => member === chosen)?.member ?? null)
      }
    />
  )
}
