/**
 * What a signed-in device says on `/sync` and what is done about it, one message at a time. Left out: how it signed in
 * (sync-session.ts), what an update may do (check.ts).
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import {
  closeSchema,
  devicesSchema,
  feedSchema,
  openSchema,
  pullSchema,
  recordsSchema,
  vectorSchema,
} from '#shared/protocol/control.ts'
import {
  ackFrame,
  bytesFrame,
  jsonFrame,
  noFrame,
  onChannel,
  readCard,
  readHash,
  readJson,
  readPush,
  readRest,
  toDevice,
  toRelay,
  type Ack,
  type FrameHead,
} from '#shared/protocol/frames.ts'
import { readRecord } from '#shared/protocol/record-frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { answerDevices } from './answer-devices.ts'
import { answerRecords } from './answer-records.ts'
import { takeCard } from './cards.ts'
import type { Cast } from './cast.ts'
import { takeHash } from './comparisons.ts'
import { createOpenDocuments } from './open-documents.ts'
import type { Outlet } from './outlet.ts'
import { takePush } from './push.ts'
import { answerFeed, answerPull, answerVector } from './read-requests.ts'
import type { RelayParts } from './relay-parts.ts'
import { mayRead, rightOf } from './standing.ts'
import { createRecordTaking } from './take-record.ts'
import { framed } from './ws-frames.ts'

/** Pushes a socket may have unanswered before the relay stops reading from it until some are. */
const UNANSWERED = 4_096
const UNANSWERED_BYTES = 4 * limits.updateBytes
/** Questions a socket may have waiting. */
const QUESTIONS = 100

/** Control messages that travel as JSON. */
const jsonTypes: ReadonlySet<number> = new Set([
  toRelay.open,
  toRelay.close,
  toRelay.feed,
  toRelay.pull,
  toRelay.vector,
  toRelay.records,
  toRelay.devices,
])

export interface SignedIn {
  /** The device as it stands now; also when only time has passed and a grant may have run out. */
  follow(device: DeviceRecord): void
  take(head: FrameHead): void
  leave(): void
}

type Problem =
  | 'malformed'
  | 'unknown-message'
  | 'too-many-documents'
  | 'unknown-channel'
  | 'read-failed'

export function createSignedIn(
  parts: RelayParts,
  outlet: Outlet,
  session: object,
  signedIn: DeviceRecord,
  cast: Cast,
): SignedIn {
  let device = signedIn
  const documents = createOpenDocuments(parts, session, outlet, () => device)
  const problem = (code: Problem): void =>
    outlet.write(framed([jsonFrame(toDevice.problem, { code })]))
  const push = createPushing(parts, outlet, session, () => device)
  const takeRecord = createRecordTaking(parts, outlet, () => device)
  let questions = 0
  let answering = Promise.resolve()
  const ask = (answer: () => Promise<void>): void => {
    if (questions >= QUESTIONS) return problem('too-many-documents')
    questions += 1
    answering = answering
      .then(() => (outlet.isOpen() ? answer() : undefined))
      .catch((error: unknown) => {
        parts.fault(error)
        problem('read-failed')
      })
      .finally(() => (questions -= 1))
  }

  const control = (type: number, body: FrameHead['body']): void => {
    switch (type) {
      case toRelay.push:
        return push(body) ? undefined : problem('malformed')
      case toRelay.ping:
        return outlet.write(framed([bytesFrame(0, toDevice.pong, new Uint8Array(0))]))
      case toRelay.card: {
        const card = readCard(body)
        const doc = docNameSchema.parse(card.doc)
        if (card.bytes.byteLength > limits.cardBytes || kindOf(doc) === null)
          return problem('malformed')
        return takeCard(parts, session, device, doc, card.bytes)
      }
      case toRelay.hash: {
        const said = readHash(body)
        const doc = docNameSchema.parse(said.doc)
        if (kindOf(doc) === null) return problem('malformed')
        // Nobody is answered, so what may not be seen stays as unheard as what is not there.
        if (mayRead(device, doc, parts.now())) takeHash(parts, device, { ...said, doc })
        return undefined
      }
      case toRelay.open: {
        const { doc, client, after } = openSchema.parse(readJson(body))
        return documents.open(doc, client, after)
      }
      case toRelay.close:
        return documents.close(closeSchema.parse(readJson(body)).channel)
          ? undefined
          : problem('unknown-channel')
      case toRelay.feed: {
        const { cursor } = feedSchema.parse(readJson(body))
        return ask(async () => {
          if (await answerFeed(parts, outlet, device, cursor)) await cast.again(device)
        })
      }
      case toRelay.pull: {
        const { docs } = pullSchema.parse(readJson(body))
        return ask(() => answerPull(parts, outlet, device, docs))
      }
      case toRelay.record:
        return takeRecord(readRecord(body))
      case toRelay.records: {
        const { scopes } = recordsSchema.parse(readJson(body))
        return ask(() => answerRecords(parts, outlet, device, scopes))
      }
      case toRelay.devices: {
        const { member } = devicesSchema.parse(readJson(body))
        return ask(() => answerDevices(parts, outlet, device, member))
      }
      case toRelay.vector: {
        const { doc } = vectorSchema.parse(readJson(body))
        return ask(() => answerVector(parts, outlet, session, device, doc))
      }
      default:
        return problem('unknown-message')
    }
  }

  return {
    follow(record) {
      device = record
      documents.followDevice()
    },
    take({ channel, type, body }) {
      try {
        if (channel === 0) {
          // Before it is parsed: JSON of megabytes would hold up everybody.
          if (jsonTypes.has(type) && body.arr.byteLength > limits.controlBytes)
            return problem('malformed')
          control(type, body)
        } else if (type !== onChannel.presence) problem('unknown-message')
        else {
          const taken = documents.presence(channel, readRest(body))
          if (taken !== 'taken') problem(taken)
        }
      } catch {
        problem('malformed')
      }
    },
    leave: () => documents.closeAll(),
  }
}

/** Takes pushes and gathers their answers: a turn's acknowledgements leave as one frame, behind the turn's rows. */
function createPushing(
  parts: RelayParts,
  outlet: Outlet,
  session: object,
  device: () => DeviceRecord,
): (body: FrameHead['body']) => boolean {
  let acks: Ack[] = []
  let unanswered = 0
  let bytesUnanswered = 0
  let isPaused = false
  const sendAcks = (): void => {
    const answered = acks
    acks = []
    outlet.gather(framed([ackFrame(answered)]))
    outlet.flush()
  }
  const answered = (bytes: number): void => {
    unanswered -= 1
    bytesUnanswered -= bytes
    if (!isPaused || unanswered > UNANSWERED / 2 || bytesUnanswered > UNANSWERED_BYTES / 2) return
    isPaused = false
    outlet.resume()
  }
  return (body) => {
    const { n, doc, note, bytes } = readPush(body)
    const name = docNameSchema.safeParse(doc)
    if (!name.success) return false
    const refuse = (refusal: Parameters<typeof noFrame>[1]): void =>
      outlet.write(framed([noFrame(n, refusal)]))
    const from = device()
    const right = rightOf(from, name.data, parts.now())
    // Before anything is judged by what is stored: what is not there and what is not theirs answer alike.
    if (right === 'none') {
      refuse('no-access')
      return true
    }
    const size = bytes.byteLength
    unanswered += 1
    bytesUnanswered += size
    if (!isPaused && (unanswered > UNANSWERED || bytesUnanswered > UNANSWERED_BYTES)) {
      isPaused = true
      outlet.pause()
    }
    takePush(
      parts,
      parts.rooms.of(from.workspace.id, name.data),
      {
        session,
        device: from,
        accepted(seq) {
          answered(size)
          if (acks.push({ n, seq }) === 1) parts.afterTurn(sendAcks)
        },
        refused(refusal) {
          answered(size)
          refuse(refusal)
        },
      },
      { n, note, bytes, canWrite: right === 'edit' },
    )
    return true
  }
}
