/** Who can be given work: everybody still here who may change it. */
import type { Person } from '#shared/protocol/control.ts'

export const canDoTasks = ({ removed, access }: Person): boolean =>
  !removed && access !== 'viewer' && access !== 'guest'
