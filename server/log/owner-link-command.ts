/** Asking the running relay for an owner link from the terminal. Owns the sentences. */
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { askRelay } from './ask-relay.ts'
import type { Sentence } from './backup-file.ts'
import { ownerLinkAnswerSchema, runningRelay } from './relay-file.ts'

export async function askOwnerLink(dataDir: string): Promise<Result<string, Sentence>> {
  const relay = runningRelay(dataDir)
  const asked = relay === null ? null : await askRelay(relay, '/admin/owner-link', {})
  const answer = asked?.kind === 'answer' ? ownerLinkAnswerSchema.safeParse(asked.body) : null
  if (answer?.success === true) return ok(answer.data.link)
  return refuse({
    zh: `没有服务器在使用 ${dataDir}。请先用 npm start 启动,再试一次。`,
    en: `No server is running on ${dataDir}. Start it with npm start, then try again.`,
  })
}
