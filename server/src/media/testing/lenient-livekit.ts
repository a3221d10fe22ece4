// LiveKit as it reads announcements and offers (1.13.5 on pion/sdp), as far as it can be misled: it takes whatever it can
// make sense of, in any order, and matches by name. For proofs that the gateway leaves it nothing to be misled by.

import { SignalRequest, TrackSource, TrackType } from '@livekit/protocol';

type Kind = 'audio' | 'video';
export type LenientLine = { readonly kind: Kind; readonly mid: string; readonly names: readonly string[] };

const after = (line: string, prefix: string): string | null =>
  line.startsWith(prefix) ? line.slice(prefix.length) : null;

/** Names of all tracks that a reader could find in a section. */
function namesOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const stream = after(line, 'a=msid:');
    if (stream !== null) return stream.split(' ').slice(-1);
    const source = after(line, 'a=ssrc:')?.split(' ') ?? [];
    return source.length === 3 && /^msid:/i.test(source[1] ?? '') ? [source[2] ?? ''] : [];
  });
}

/** The sections that may send, read as pion does: it skips only what says that it receives or rests. */
export function sendingLines(sdp: string): readonly LenientLine[] {
  return sdp
    .split(/^(?=m=)/im)
    .slice(1)
    .flatMap((section) => {
      const lines = section.split(/\r\n|\n|\r/);
      const kind = /^m=(audio|video) /i.exec(section)?.[1]?.toLowerCase() as Kind | undefined;
      const rests = lines.includes('a=recvonly') || lines.includes('a=inactive');
      if (kind === undefined || rests) return [];
      const mid = lines.map((line) => after(line, 'a=mid:')).find((value) => value !== null) ?? '';
      return [{ kind, mid, names: namesOf(lines) }];
    });
}

type Announced = {
  readonly kind: Kind;
  readonly names: readonly string[];
  readonly sid: string;
  /** Kinds of its codecs, if it names any. */
  readonly codecs: readonly Kind[];
  /** Nothing has come yet. */
  pending: boolean;
  live: boolean;
};

/** What LiveKit would make of frames that reach it. */
export class LenientLiveKit {
  #sids = 0;
  #announced: Announced[] = [];
  /** Sections that have found no announcement yet. */
  #waiting: LenientLine[] = [];
  /** Sound under a picture's name, or the other way round. */
  readonly disguises: string[] = [];

  /** A frame that the gateway has let through; answers the id of a track that was announced by it. */
  receives(frame: Uint8Array): { readonly cid: string; readonly sid: string } | null {
    const { message } = SignalRequest.fromBinary(frame);
    if (message.case === 'offer') this.#offer(sendingLines(message.value.sdp));
    if (message.case !== 'addTrack') return null;
    const { cid, type, source, simulcastCodecs } = message.value;
    const named = type === TrackType.AUDIO ? 'audio' : 'video';
    if ((source === TrackSource.MICROPHONE) !== (named === 'audio')) this.disguises.push(`announced ${cid}`);
    const names = [cid, ...simulcastCodecs.map((codec) => codec.cid)];
    const codecs = simulcastCodecs.map(({ codec }) => (/opus|red|pcm|g722/i.test(codec) ? 'audio' : 'video'));
    const one: Announced = {
      kind: named,
      names,
      sid: `TR_${this.#sids++}`,
      codecs,
      pending: true,
      live: false,
    };
    this.#announced.push(one);
    this.#match(this.#waiting.splice(0));
    return { cid, sid: one.sid };
  }

  #offer(lines: readonly LenientLine[]): void {
    this.#waiting = [];
    for (const one of this.#announced) one.live = false;
    this.#match(lines);
  }

  #match(lines: readonly LenientLine[]): void {
    for (const line of lines) {
      const byName = this.#announced.findLast(({ names }) => line.names.some((name) => names.includes(name)));
      // Without its name it takes any of the kind that waits, and then any with a codec of the kind.
      const found =
        byName ??
        this.#announced.find(({ kind, pending }) => kind === line.kind && pending) ??
        this.#announced.find(({ codecs }) => codecs.includes(line.kind));
      if (found === undefined) this.#waiting.push(line);
      else if (found.kind !== line.kind) this.disguises.push(`${line.kind} as ${found.names.join()}`);
      else [found.pending, found.live] = [false, true];
    }
  }

  /** Ends a track or refuses it. */
  forgets(sid: string): void {
    this.#announced = this.#announced.filter((one) => one.sid !== sid);
  }

  /** How many tracks of a kind are heard or seen now. */
  live(kind: Kind): number {
    return this.#announced.filter((one) => one.kind === kind && one.live).length;
  }

  get sids(): readonly string[] {
    return this.#announced.map(({ sid }) => sid);
  }
}
