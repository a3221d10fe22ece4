// What becomes of each frame of a client, and what LiveKit's answers change in that.

import {
  LeaveRequest,
  LeaveRequest_Action,
  RequestResponse,
  RequestResponse_Reason,
  SignalResponse,
  SyncState,
  type AddTrackRequest,
  type SessionDescription,
} from '@livekit/protocol';
import { fieldsOf } from './protobuf-fields.ts';
import { addressesIn } from './addresses.ts';
import { readFrame, type Request, written } from './frames.ts';
import { mediaLinesOf, offeredLinesOf } from './sdp.ts';
import type { Tracks } from './tracks.ts';

export type Verdict =
  /** Goes on to LiveKit. `stirs`: it may change what its sender publishes. */
  | {
      readonly type: 'carry';
      readonly frame: Uint8Array;
      readonly stirs: boolean;
      /** At which LiveKit will knock. */
      readonly addresses: readonly string[];
    }
  /** Goes nowhere; `answer` is what the client is told instead, if anything. */
  | { readonly type: 'drop'; readonly what: string; readonly answer?: Uint8Array }
  /** Goes nowhere, and the connection ends; `violation`: no client of ours does this by mistake. */
  | {
      readonly type: 'end';
      readonly what: string;
      readonly violation: boolean;
      readonly answer?: Uint8Array;
    };

/** What LiveKit may tell of a stay's tracks, by its number on the wire. */
const ANSWERS = new Set(
  SignalResponse.fields
    .list()
    .filter(({ localName }) => ['trackPublished', 'trackUnpublished', 'requestResponse'].includes(localName))
    .map(({ no }) => no),
);

const answer = (message: SignalResponse['message']): Uint8Array => new SignalResponse({ message }).toBinary();
/** As LiveKit itself would refuse it. */
const refusalOf = (track: AddTrackRequest, reason: RequestResponse_Reason): Uint8Array =>
  answer({
    case: 'requestResponse',
    value: new RequestResponse({ reason, request: { case: 'addTrack', value: track } }),
  });
const comeAnew = (): Uint8Array =>
  answer({ case: 'leave', value: new LeaveRequest({ action: LeaveRequest_Action.RECONNECT }) });

const carry = (request: Request, stirs = false): Verdict => ({
  type: 'carry',
  frame: written(request),
  stirs,
  addresses: addressesIn(request),
});
const violation = (what: string): Verdict => ({ type: 'end', what, violation: true });
/** What it held may have ended while no gateway was there to hear of it: its client did nothing wrong. */
const beginAnew = (): Verdict => ({
  type: 'end',
  what: 'a stay from before our start that holds something else',
  violation: false,
  answer: comeAnew(),
});

/** Whether an offer may go on: it can be read in one way only, and sends only what was announced. */
export function mayOffer({ type, sdp }: SessionDescription, tracks: Tracks): boolean {
  const lines = type === 'offer' ? offeredLinesOf(sdp) : null;
  return lines !== null && tracks.offer(lines);
}

function announce(request: Extract<Request, { case: 'addTrack' }>, tracks: Tracks, now: number): Verdict {
  const { value: track } = request;
  switch (tracks.announce(track, now)) {
    case 'fine':
      return carry(request, true);
    case 'disguise':
      return {
        type: 'drop',
        what: 'a track in disguise',
        answer: refusalOf(track, RequestResponse_Reason.NOT_ALLOWED),
      };
    case 'taken':
      return {
        type: 'drop',
        what: 'a second track',
        answer: refusalOf(track, RequestResponse_Reason.LIMIT_EXCEEDED),
      };
    case 'stuck':
      return { type: 'end', what: 'a track that never came', violation: false, answer: comeAnew() };
    case 'forgotten':
      return beginAnew();
    case 'violation':
      return violation('a name of another kind');
  }
}

/** Of a resume only what LiveKit reads; its descriptions are copies of what went through here before. */
const resumeOf = ({ subscription, publishTracks, trackSidsDisabled }: SyncState): SyncState =>
  new SyncState({ ...(subscription && { subscription }), publishTracks, trackSidsDisabled });

/** @param now milliseconds of any clock that only goes on */
export function judge(frame: Uint8Array, tracks: Tracks, now: number): Verdict {
  const read = readFrame(frame);
  if ('not' in read) return { type: 'drop', what: read.not };
  const { request } = read;
  switch (request.case) {
    case 'offer':
      if (mayOffer(request.value, tracks)) return carry(request, true);
      return tracks.seenWhole ? violation('an offer of what was not announced') : beginAnew();
    case 'answer': {
      const lines = request.value.type === 'answer' ? mediaLinesOf(request.value.sdp) : null;
      const silent = lines?.every(({ sends }) => !sends) === true;
      return silent ? carry(request) : violation('an answer that sends');
    }
    case 'addTrack':
      return announce(request, tracks, now);
    case 'syncState': {
      const known = request.value.publishTracks.every(
        ({ track }) => track !== undefined && tracks.knows(track.sid),
      );
      if (known) return carry({ case: 'syncState', value: resumeOf(request.value) });
      return tracks.seenWhole ? { type: 'drop', what: 'a resume with tracks of nobody' } : beginAnew();
    }
    default:
      return carry(request);
  }
}

/** What LiveKit says of the tracks of a stay; `null` for everything else, and for what cannot be read. */
function answerIn(frame: Uint8Array): SignalResponse['message'] | null {
  try {
    const first = fieldsOf(frame).next();
    const isOne = first.done !== true && ANSWERS.has(first.value.number);
    return isOne ? SignalResponse.fromBinary(frame).message : null;
  } catch {
    return null;
  }
}

/** Takes note of what LiveKit says about the tracks of a stay. */
export function heard(frame: Uint8Array, tracks: Tracks): void {
  const message = answerIn(frame);
  if (message?.case === 'trackPublished') tracks.accepted(message.value.cid, message.value.track?.sid ?? '');
  if (message?.case === 'trackUnpublished') tracks.unpublished(message.value.trackSid);
  if (message?.case !== 'requestResponse' || message.value.request.case !== 'addTrack') return;
  const { OK, QUEUED } = RequestResponse_Reason;
  if (message.value.reason !== OK && message.value.reason !== QUEUED)
    tracks.refused(message.value.request.value.cid);
}
