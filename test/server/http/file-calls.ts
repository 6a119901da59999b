/** A device's calls about files, and bytes to make them with. */
import { createHash, randomBytes } from 'node:crypto'
import { request, type IncomingMessage } from 'node:http'
import type { FileId } from '#shared/lib/ids.ts'
import { filePath } from '#shared/protocol/http.ts'
import { fileIdSchema } from '#shared/protocol/names.ts'
import type { Device } from '../relay/device.ts'

export const idOf = (bytes: Uint8Array): FileId =>
  fileIdSchema.parse(createHash('sha256').update(bytes).digest('hex'))

/** Bytes no other test has. */
export const newBytes = (size = 1_000): Buffer => randomBytes(size)

export interface FileCalls {
  put(doc: string, bytes: Buffer, id?: string): Promise<Response>
  attach(doc: string, id: string): Promise<Response>
  get(id: string, headers?: Record<string, string>): Promise<Response>
}

export function fileCalls(address: () => string, { welcome }: Pick<Device, 'welcome'>): FileCalls {
  const call = (method: string, path: string, rest: RequestInit = {}): Promise<Response> =>
    fetch(`${address()}${filePath}/${path}`, {
      ...rest,
      method,
      headers: { authorization: `Bearer ${welcome.token}`, ...rest.headers },
    })
  return {
    put: (doc, bytes, id = idOf(bytes)) =>
      call('PUT', `${id}?doc=${doc}`, { body: new Uint8Array(bytes) }),
    attach: (doc, id) => call('POST', `${id}?doc=${doc}`),
    get: (id, headers = {}) => call('GET', id, { headers }),
  }
}

export interface SlowPut {
  write(bytes: Uint8Array): void
  end(bytes?: Uint8Array): void
  abort(): void
  readonly answered: Promise<number | 'cut'>
}

/** A put in pieces, with the headers as given. */
export function slowPut(
  address: string,
  { welcome }: Pick<Device, 'welcome'>,
  path: string,
  headers: Record<string, string> = {},
): SlowPut {
  const sending = request(`${address}${filePath}/${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${welcome.token}`, ...headers },
  })
  const answered = new Promise<number | 'cut'>((resolve) => {
    sending.on('response', (answer: IncomingMessage) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sending.on('error', () => resolve('cut'))
  })
  sending.flushHeaders()
  return {
    write: (bytes) => void sending.write(bytes),
    end: (bytes) => void sending.end(bytes),
    abort: () => void sending.destroy(),
    answered,
  }
}
