/** A tree with everything a folder list holds: deep, long, empty, counted. */
import FileImage from 'lucide-solid/icons/file-image'
import Folder from 'lucide-solid/icons/folder'
import { createSignal } from 'solid-js'
import type { TreeNode } from '#client/ui/shown-nodes.ts'
import { Tree } from '#client/ui/tree.tsx'
import { long, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

export function Trees() {
  const nodes = (): readonly TreeNode[] => [
    {
      id: 'brand',
      label: say('品牌素材', 'Brand'),
      note: '3',
      children: [
        { id: 'logo', label: 'Logo.svg' },
        {
          id: 'photos',
          label: say('照片', 'Photos'),
          note: '2',
          children: [
            { id: 'mug', label: 'CUP-350-GRN_main_de_v2.psd' },
            { id: 'arabic', label: long.arabic },
          ],
        },
        { id: 'german', label: long.german },
      ],
    },
    { id: 'packs', label: say('包装', 'Packaging'), note: '0', children: [] },
    { id: 'guide', label: say('规范.pdf', 'Guidelines.pdf') },
  ]
  const [open, setOpen] = createSignal<ReadonlySet<string>>(new Set(['brand']))
  const [current, setCurrent] = createSignal('guide')
  return (
    <Specimen name={say('文件夹', 'Folders')}>
      <Tree
        label={say('素材库', 'Library')}
        nodes={nodes()}
        open={open()}
        onOpenChange={(id, isOpen) =>
          setOpen(
            (before) => new Set(isOpen ? [...before, id] : [...before].filter((one) => one !== id)),
          )
        }
        current={current()}
        onChoose={setCurrent}
        icon={(node) =>
          node.children ? (
            <Folder size={16} aria-hidden="true" />
          ) : (
            <FileImage size={16} aria-hidden="true" />
          )
        }
      />
    </Specimen>
  )
}
