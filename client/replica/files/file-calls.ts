/** The calls about files to the relay, and what their answers mean. Left out: when they are made. */
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { filePath } from '#shared/protocol/http.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { SendRefusal } from './file-store.ts'

/** `later`: not reached, signed out, too busy; nothing is known of the file. */
export type SendAnswer = 'done' | 'bytes-wanted' | 'later' | SendRefusal

export interface FileCalls {
  /** Attaches what the relay has. */
  attach(id: FileId, doc: DocName): Promise<SendAnswer>
  put(id: FileId, doc: DocName, bytes: Blob): Promise<SendAnswer>
  get(id: FileId): Promise<Blob | 'not-there' | 'later'>
}

export function createFileCalls(
  { relay, request }: Pick<DeviceEnvironment, 'relay' | 'request'>,
  token: () => string | null,
): FileCalls {
  const call = async (path: string, init: RequestInit): Promise<Response | null> => {
    const bearer = token()
    if (bearer === null) return null
    const headers = { ...init.headers, authorization: `Bearer ${bearer}` }
    try {
      return await request(`${relay.origin}${filePath}/${path}`, { ...init, headers })
    } catch {
      return null
    }
  }
  const send = async (path: string, init: RequestInit): Promise<SendAnswer> => {
    const answer = await call(path, init)
    return answer === null ? 'later' : meaningOf(answer.status)
  }
  return {
    attach: (id, doc) => send(`${id}?doc=${doc}`, { method: 'POST' }),
    async put(id, doc, bytes) {
      const headers = { 'content-type': 'application/octet-stream' }
      const answer = await send(`${id}?doc=${doc}`, { method: 'PUT', body: bytes, headers })
      // A relay that does not know the call would be asked for ever.
      return answer === 'bytes-wanted' ? 'later' : answer
    },
    async get(id) {
      const answer = await call(`${id}?quiet`, { method: 'GET' })
      if (answer === null) return 'later'
      if (answer.status === 204 || answer.status === 404) return 'not-there'
      if (!answer.ok) return 'later'
      try {
        return await answer.blob()
      } catch {
        return 'later'
      }
    },
  }
}

function meaningOf(status: number): SendAnswer {
  if (status === 202) return 'bytes-wanted'
  if (status >= 200 && status < 300) return 'done'
  switch (status) {
    case 400:
      return 'damaged'
    case 403:
      return 'no-access'
    case 413:
      return 'too-large'
    default:
      return 'later'
  }
}
