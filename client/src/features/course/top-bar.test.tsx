// @vitest-environment happy-dom
import type { Hex } from '@tele-balint/shared/e2ee/bytes';
import type { RoomView } from '@tele-balint/shared/view/view';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { UNSEALED } from '../../media/e2ee/sealing-model.ts';
import { sealing } from '../../media/e2ee/sealing-store.ts';
import { place } from '../../testing/place.ts';
import { youAs } from '../../testing/you.ts';
import { TopBar } from './TopBar.tsx';

const places = [place('me', { line: 'my-line' as never }), place('Ben'), place('Cleo')];
const view = {
  ...{ kind: 'room', sealed: true, door: 'closed', leader: null, presenter: null, you: youAs(), places },
  ears: places.map(({ seat }) => seat),
  course: { steps: [], index: 0 },
  session: { group: 'Thursday', until: null },
} as unknown as RoomView;

afterEach(() => sealing.setState(UNSEALED, true));

it('counts in the bar who has signed for themselves, and no more when their word is gone [SE1]', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  await act(async () => root.render(<TopBar view={view} EarsList={() => null} />));
  const says = (count: string) => expect(box.textContent).toContain(`${count} can hear`);
  says('1 person');
  const ben = { mid: 'b1' as Hex, line: 'Ben-line', names: ['Ben'], since: 1 };
  await act(async () => sealing.setState({ own: 'armed', hearers: [ben] }));
  says('2 people');
  await act(async () => sealing.setState({ hearers: [] }));
  says('1 person');
  await act(async () => root.unmount());
  box.remove();
});
