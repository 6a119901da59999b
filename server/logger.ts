/**
 * The relay's log: what failed and where, never what opens a door. An error leaves its kind, words, code and stack, not the
 * properties a library hung on it; what looks like a secret is struck out of the finished line, wherever it stood.
 */
import { pino, type DestinationStream, type Logger } from 'pino'

/** How deep causes are followed: they may lead in a circle. */
const CAUSES = 5

export const createLogger = (
  level: string,
  into: DestinationStream = pino.destination(2),
): Logger =>
  pino(
    {
      level,
      serializers: { err: (error: unknown) => told(error, CAUSES) },
      hooks: { streamWrite: strikeSecrets },
    },
    into,
  )

/** An error as the log tells it; anything else by its text. */
function told(error: unknown, causes: number): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : typeof error
  const code: unknown = Reflect.get(error, 'code')
  const inner = error instanceof AggregateError ? error.errors : []
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: told(error.cause, causes - 1) }),
    ...(inner.length === 0 || causes === 0
      ? {}
      : { errors: inner.slice(0, CAUSES).map((one: unknown) => told(one, causes - 1)) }),
  }
}

const STRUCK = '[struck out]'

/** Named secrets of any length, also in JSON inside JSON. The second group is the value. */
const named =
  /([\w-]*(?:token|secret|signature|authorization|password|cookie|nonce|public_?key|private_?key)(?:\\*["'])?\s*[:=]\s*(?:\\*["'])?)((?:bearer|basic)\s+)?[^\s"'\\,;&{}[\]()]+/gi

/**
 * What follows `Bearer`; an invite behind `#`; and any run of 32 letters of base64url, as tokens, secrets, nonces, keys and
 * signatures are. Ids are 26 letters; a document's name, its kind before one, stays.
 */
const shaped = /(\b(?:bearer|basic)[ .]+|#[A-Za-z0-9]+\.)[\w.~+/=-]+|[\w-]{32,}/gi

const documentName = /^[a-z]+-[0-9a-z]{26}$/

/** The line stays the JSON it was: a number or null that was struck becomes a text. */
export const strikeSecrets = (line: string): string =>
  line
    .replace(named, (_, before: string) =>
      /[^\\]"\s*:\s*$/.test(before) ? `${before}"${STRUCK}"` : before + STRUCK,
    )
    .replace(shaped, (found, before: string | undefined) =>
      documentName.test(found) ? found : (before ?? '') + STRUCK,
    )
