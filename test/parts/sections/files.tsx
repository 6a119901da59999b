/** Where files go in: roomy, on one line, off, pointed at. */
import { createSignal } from 'solid-js'
import { DropZone } from '#client/ui/drop-zone.tsx'
import { say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

export function Files() {
  const [taken, setTaken] = createSignal('')
  const take = (files: readonly File[]): void =>
    void setTaken(files.map((file) => file.name).join())
  return (
    <>
      <Specimen name={say('平常', 'At rest')}>
        <DropZone
          label={say('导入产品表', 'Import products')}
          help={say('拖到这里，或粘贴表格', 'Drop a file here or paste cells')}
          onFiles={take}
        />
        <span data-taken="">{taken()}</span>
      </Specimen>
      <Specimen name={say('指着', 'Hover')} forced="hover">
        <DropZone label={say('导入产品表', 'Import products')} compact onFiles={take} />
      </Specimen>
      <Specimen name={say('不可用', 'Off')}>
        <DropZone label={say('没有权限导入', 'You may not import')} disabled onFiles={take} />
      </Specimen>
    </>
  )
}
