/** Saved views bound to this person's desk and the address. Follows until the calling view goes. */
import { useLocation, useNavigate } from '@solidjs/router'
import { createSignal, onCleanup } from 'solid-js'
import type { SavedCalls } from '#client/features/tasks/saved/saved-calls.ts'
import type { Replica } from '#client/replica/replica.ts'

export function createSavedCalls({ views }: Pick<Replica, 'views'>): SavedCalls {
  const [location, navigate] = [useLocation(), useNavigate()]
  const [list, setList] = createSignal(views.list())
  onCleanup(views.subscribe(() => void setList(views.list())))
  return {
    list,
    save: views.save,
    remove: views.remove,
    // An open task is no look at all of them.
    address: () =>
      `${location.pathname.startsWith('/tasks/task-') ? '/tasks' : location.pathname}${location.search}`,
    open: (address) => navigate(address),
  }
}
