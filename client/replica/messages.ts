/**
 * What the relay says, as one union: the door where frames are parsed. A frame type this version does not know is null
 * (additions are allowed); a known one that cannot be read throws, and the link starts afresh.
 */
import * as z from 'zod/mini'
import * as control from '#shared/protocol/control.ts'
import {
  onChannel,
  readAcks,
  readDiffers,
  readDocRows,
  readFrame,
  readJson,
  readNo,
  readReady,
  readRest,
  readRow,
  readSnapshot,
  readVectorIs,
  toDevice,
  type Ack,
  type Differs,
  type DocRows,
  type FrameHead,
  type Row,
  type Snapshot,
} from '#shared/protocol/frames.ts'
import { readRecordRows, type RecordRows } from '#shared/protocol/record-frames.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'

export type RelayMessage =
  | { kind: 'challenge'; nonce: string }
  | { kind: 'welcome'; welcome: control.Welcome }
  | { kind: 'token'; token: string; tokenMs: number }
  | { kind: 'opened'; opened: control.Opened }
  | { kind: 'denied'; denied: control.Denied }
  | { kind: 'feed-page'; page: control.FeedPage }
  | { kind: 'news' }
  | { kind: 'doc-rows'; rows: DocRows }
  | { kind: 'ack'; acks: Ack[] }
  | { kind: 'no'; n: number; refusal: Refusal }
  | { kind: 'record-rows'; rows: RecordRows }
  | { kind: 'vector-is'; doc: string; vector: Uint8Array }
  | { kind: 'differs'; differs: Differs }
  | { kind: 'standing'; standing: control.ToldStanding }
  | { kind: 'people'; people: readonly control.Person[] }
  | { kind: 'devices'; told: control.DevicesAre }
  | { kind: 'problem'; code: string }
  | ChannelMessage

export type ChannelMessage =
  | { kind: 'snapshot'; channel: number; snapshot: Snapshot }
  | { kind: 'row'; channel: number; row: Row }
  | { kind: 'channel-ready'; channel: number; seq: number }
  | { kind: 'presence'; channel: number; bytes: Uint8Array }
  | { kind: 'shut'; channel: number }

export function readMessage(frame: Uint8Array): RelayMessage | null {
  const head = readFrame(frame)
  return head.channel === 0 ? readControl(head) : readOnChannel(head)
}

function readControl({ type, body }: FrameHead): RelayMessage | null {
  switch (type) {
    case toDevice.challenge:
      return { kind: 'challenge', nonce: z.parse(control.challengeSchema, readJson(body)).nonce }
    case toDevice.welcome:
      return { kind: 'welcome', welcome: z.parse(control.welcomeSchema, readJson(body)) }
    case toDevice.token:
      return { kind: 'token', ...z.parse(control.tokenSchema, readJson(body)) }
    case toDevice.opened:
      return { kind: 'opened', opened: z.parse(control.openedSchema, readJson(body)) }
    case toDevice.denied:
      return { kind: 'denied', denied: z.parse(control.deniedSchema, readJson(body)) }
    case toDevice.feedPage:
      return { kind: 'feed-page', page: z.parse(control.feedPageSchema, readJson(body)) }
    case toDevice.news:
      return { kind: 'news' }
    case toDevice.docRows:
      return { kind: 'doc-rows', rows: readDocRows(body) }
    case toDevice.ack:
      return { kind: 'ack', acks: readAcks(body) }
    case toDevice.no:
      return { kind: 'no', ...readNo(body) }
    case toDevice.recordRows:
      return { kind: 'record-rows', rows: readRecordRows(body) }
    case toDevice.vectorIs:
      return { kind: 'vector-is', ...readVectorIs(body) }
    case toDevice.differs:
      return { kind: 'differs', differs: readDiffers(body) }
    case toDevice.standing:
      return { kind: 'standing', standing: z.parse(control.standingSchema, readJson(body)) }
    case toDevice.people:
      return { kind: 'people', people: z.parse(control.peopleSchema, readJson(body)).people }
    case toDevice.devicesAre:
      return { kind: 'devices', told: z.parse(control.devicesAreSchema, readJson(body)) }
    case toDevice.problem:
      return { kind: 'problem', code: z.parse(control.problemSchema, readJson(body)).code }
    default:
      return null
  }
}

function readOnChannel({ channel, type, body }: FrameHead): ChannelMessage | null {
  switch (type) {
    case onChannel.snapshot:
      return { kind: 'snapshot', channel, snapshot: readSnapshot(body) }
    case onChannel.row:
      return { kind: 'row', channel, row: readRow(body) }
    case onChannel.ready:
      return { kind: 'channel-ready', channel, seq: readReady(body) }
    case onChannel.presence:
      return { kind: 'presence', channel, bytes: readRest(body) }
    case onChannel.shut:
      return { kind: 'shut', channel }
    default:
      return null
  }
}
