/** Where files go in: roomy, on one line, off, pointed at. */
import { createSignal } from 'solid-js'
import { DropZone } from '#client/ui/drop-zone.tsx'
import { FileChip } from '#client/ui/file-chip.tsx'
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
      <Specimen name={say('行内的添加', 'Among others')}>
        <DropZone
          label={say('添加图片：参考 1', 'Add a picture: reference 1')}
          quiet
          onFiles={take}
        />
      </Specimen>
      <Specimen name={say('已添加', 'Attached')}>
        <FileChip
          name={say(
            '防漏检测报告 SGS-2026-1187 最终版 v3.pdf',
            'Leak test report SGS-2026-1187 final v3.pdf',
          )}
          note={say(
            '123 kB，还没发送，连上服务器后会自动发送',
            '123 kB, not sent yet: goes out when the server can be reached',
          )}
          badge="PDF"
          openLabel=""
        />
      </Specimen>
      <Specimen name={say('没有被接受', 'Refused')}>
        <FileChip
          name="cup.png"
          note={say(
            '服务器没有接受：文件太大。文件还在这台设备上',
            'The server did not accept it: it is too large. The file is still on this device',
          )}
          tone="bad"
          picture="/icons/icon-192.png"
          badge="PNG"
          onOpen={() => undefined}
          openLabel={say('放大看', 'Show larger')}
        />
      </Specimen>
      <Specimen name={say('不可用', 'Off')}>
        <DropZone label={say('没有权限导入', 'You may not import')} disabled onFiles={take} />
      </Specimen>
    </>
  )
}
