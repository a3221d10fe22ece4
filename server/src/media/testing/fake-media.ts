// A media server in memory: the real enforcer runs on it in tests of everything above it.

import type { Media, Participant, Publication, Rights } from '../port.ts';
import { NOTHING } from '../port.ts';

export type FakeMedia = Media & {
  /** Somebody joins, as through the gateway: without any right to send unless a test says so. */
  join(room: string, identity: string, rights?: Rights | null): void;
  leave(room: string, identity: string): void;
  publish(room: string, identity: string, track: Publication): void;
  /** What somebody may send now; `absent` if not there. */
  rightsIn(room: string, identity: string): Rights | null | 'absent';
  /** Away: every call rejects. With `forgets`, all rooms are gone, as after a crash. */
  goAway(forgets?: boolean): void;
  comeBack(): void;
  /** Calls about this room, or only those that change this one person in it, are answered only after `release()`. */
  slow(room: string, identity?: string): { release(): void };
  /** Every call that changed something, in order: `apply circle alice mic-`, `remove …`, `close …`. */
  readonly calls: readonly string[];
};

const sign = (on: boolean): string => (on ? '+' : '-');

/** An empty media server that answers at once. */
export function createFakeMedia(): FakeMedia {
  const rooms = new Map<string, Map<string, Participant>>();
  const gates = new Map<string, Promise<void>>();
  const calls: string[] = [];
  let away = false;
  let stays = 0;

  const reach = async (room: string, changing?: string): Promise<Map<string, Participant>> => {
    await gates.get(room);
    if (changing !== undefined) await gates.get(`${room}/${changing}`);
    if (away) throw new Error('the media server is away');
    return rooms.get(room) ?? new Map<string, Participant>();
  };
  const put = (room: string, participant: Participant): Participant => {
    const people = rooms.get(room) ?? new Map<string, Participant>();
    rooms.set(room, people.set(participant.identity, participant));
    return participant;
  };
  const allowed = (rights: Rights, { source }: Publication): boolean =>
    (source === 'microphone' && rights.microphone) || (source === 'camera' && rights.camera);

  return {
    calls,
    participants: async (room) => [...(await reach(room)).values()],
    // After a crash nothing listens and nothing is remembered.
    knows: async (room, identity) => !(away && rooms.size === 0) && (await reach(room)).has(identity),
    async published(room, identity) {
      const tracks = (await reach(room)).get(identity)?.tracks ?? [];
      return tracks.flatMap(({ kind }, at) =>
        kind === 'mixed' || kind === 'unsealed' ? [] : [{ sid: `TR_${at}`, mid: `${at}`, kind }],
      );
    },
    async apply(room, identity, rights) {
      const there = (await reach(room, identity)).get(identity);
      if (there === undefined) return 'absent';
      calls.push(`apply ${room} ${identity} mic${sign(rights.microphone)} cam${sign(rights.camera)}`);
      return put(room, { ...there, rights, tracks: there.tracks.filter((track) => allowed(rights, track)) });
    },
    async remove(room, identity) {
      if ((await reach(room, identity)).delete(identity)) calls.push(`remove ${room} ${identity}`);
    },
    async closeRoom(room) {
      await reach(room);
      if (rooms.delete(room)) calls.push(`close ${room}`);
    },
    mintJoin: (room, identity) => Promise.resolve(`token:${room}:${identity}`),
    ready: () => Promise.resolve(!away),

    join(room, identity, rights = NOTHING) {
      put(room, { identity, stay: `stay-${++stays}`, rights, tracks: [] });
    },
    leave: (room, identity) => void rooms.get(room)?.delete(identity),
    publish(room, identity, track) {
      const there = rooms.get(room)?.get(identity);
      if (there === undefined) throw new Error(`${identity} is not in ${room}`);
      put(room, { ...there, tracks: [...there.tracks, track] });
    },
    rightsIn: (room, identity) => {
      const there = rooms.get(room)?.get(identity);
      return there === undefined ? 'absent' : there.rights;
    },
    goAway(forgets = false) {
      away = true;
      if (forgets) rooms.clear();
    },
    comeBack: () => void (away = false),
    slow(room, identity) {
      const about = identity === undefined ? room : `${room}/${identity}`;
      const { promise, resolve } = Promise.withResolvers<void>();
      gates.set(about, promise);
      return {
        release() {
          gates.delete(about);
          resolve();
        },
      };
    },
  };
}
