/** Buttons and icon buttons: at rest, pointed at, reached, pressed, busy, off; long words. */
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { For } from 'solid-js'
import { Button, type ButtonKind } from '#client/ui/button.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Row } from '#client/ui/row.tsx'
import { long, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

const kinds: readonly ButtonKind[] = ['primary', 'normal', 'quiet', 'danger']

export function Buttons() {
  const all = (more: { readonly pending?: boolean; readonly disabled?: boolean }) => (
    <Row wrap>
      <For each={kinds}>
        {(kind) => (
          <Button kind={kind} {...more}>
            {kind === 'danger' ? say('删除', 'Delete') : say('提交', 'Submit')}
          </Button>
        )}
      </For>
    </Row>
  )
  const icons = () => (
    <Row>
      <IconButton label={say('新建', 'New')} aria-keyshortcuts="N">
        <Plus size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={say('删除', 'Delete')} kind="danger">
        <Trash size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={say('不可用', 'Off')} kind="normal" disabled>
        <Plus size={16} aria-hidden="true" />
      </IconButton>
    </Row>
  )
  return (
    <>
      <Specimen name={say('平常', 'At rest')}>{all({})}</Specimen>
      <Specimen name={say('指着', 'Hover')} forced="hover">
        {all({})}
      </Specimen>
      <Specimen name={say('焦点', 'Focus')} forced="focus focus-visible">
        {all({})}
      </Specimen>
      <Specimen name={say('按下', 'Pressed')} forced="active">
        {all({})}
      </Specimen>
      <Specimen name={say('进行中', 'Busy')}>{all({ pending: true })}</Specimen>
      <Specimen name={say('不可用', 'Off')}>{all({ disabled: true })}</Specimen>
      <Specimen name={say('只有图标', 'Icon only')}>{icons()}</Specimen>
      <Specimen name={say('带图标', 'With an icon')}>
        <Row>
          <Button kind="primary">
            <Plus size={16} aria-hidden="true" />
            {say('新建需求单', 'New brief')}
          </Button>
          <Button href="#buttons">{say('去别处', 'A link')}</Button>
        </Row>
      </Specimen>
      <Specimen name={say('长字', 'Long words')}>
        <Row wrap>
          <Button>{long.german}</Button>
          <Button wide kind="primary">
            {long.thai}
          </Button>
        </Row>
      </Specimen>
    </>
  )
}
