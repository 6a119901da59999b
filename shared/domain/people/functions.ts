/**
 * The words for what somebody is there for (functions): a data table; ids never change (lib/access.ts). What a function
 * may do belongs to the gates that ask for it.
 */
import type { MemberFunction } from '#shared/lib/access.ts'

export interface WorkFunction {
  readonly id: MemberFunction
  readonly zh: string
  readonly en: string
  /** Whether it is work that a vendor or a freelancer does. */
  readonly mayBeOutsourced: boolean
}

export const workFunctions: readonly WorkFunction[] = [
  { id: 'operations', zh: '运营', en: 'Operations', mayBeOutsourced: false },
  { id: 'designer', zh: '美工', en: 'Designer', mayBeOutsourced: true },
  { id: 'video-editor', zh: '剪辑', en: 'Video editor', mayBeOutsourced: true },
  { id: 'translator', zh: '翻译', en: 'Translator', mayBeOutsourced: true },
  { id: 'reviewer', zh: '海外审核', en: 'Overseas reviewer', mayBeOutsourced: true },
  { id: 'quality', zh: '质检', en: 'Quality', mayBeOutsourced: false },
  { id: 'legal', zh: '法务', en: 'Legal', mayBeOutsourced: true },
  { id: 'seller', zh: '卖家', en: 'Seller', mayBeOutsourced: false },
  { id: 'lead', zh: '负责人', en: 'Lead', mayBeOutsourced: false },
  { id: 'owner', zh: '所有者', en: 'Owner', mayBeOutsourced: false },
]

/** Access says already who leads and who owns: only these are asked for. */
export const offeredFunctions: readonly WorkFunction[] = workFunctions.filter(
  ({ id }) => id !== 'lead' && id !== 'owner',
)

export const functionById = (id: string): WorkFunction | null =>
  workFunctions.find((one) => one.id === id) ?? null
