import type { PlaceView } from '@tele-balint/shared/view/place';
import type { LineId, SeatId } from '@tele-balint/shared/vocabulary';

/** A member who is here, with nothing that calls for anybody. */
export const place = (name: string, change: Partial<PlaceView> = {}): PlaceView => ({
  seat: name as SeatId,
  line: `${name}-line` as LineId,
  name,
  profession: '',
  role: 'member',
  leads: change.role === 'leader' || change.role === 'coLeader',
  site: '',
  notLeader: false,
  presence: 'here',
  presenter: false,
  sits: 'circle',
  out: false,
  hand: null,
  floor: false,
  media: { identity: null, microphone: false, camera: false },
  ...change,
});
