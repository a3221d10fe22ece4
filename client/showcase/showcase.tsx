import { createRoot } from 'react-dom/client';
import { loadLeading } from '../src/leading.ts';
import { LiveRegions } from '../src/LiveRegions.tsx';
import { RoomPage } from '../src/RoomPage.tsx';
import { media } from '../src/media/media-store.ts';
import { SILENT_OWN } from '../src/media/snapshot.ts';
import { session } from '../src/state/store.ts';
import '../src/ui/styles.css';
import { sealedAs } from './sealed.ts';
import { afterTheEnd } from './staying.ts';
import { roomView } from './views.ts';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';

const asked = new URLSearchParams(location.search);
const running = roomView({
  kind: (asked.get('kind') ?? 'discussion') as PhaseKind,
  who: Number(asked.get('who') ?? 7),
  people: Number(asked.get('people') ?? 9),
  group: asked.get('group') ?? 'Thursday group',
  ask: asked.has('ask'),
  told: asked.has('told'),
  long: asked.has('long'),
  notLeader: asked.has('notLeader'),
  presents: Number(asked.get('presents') ?? 2),
  waiting: Number(asked.get('waiting') ?? 0),
  unbroken: asked.has('unbroken'),
  chosen: asked.has('chosen'),
  sites: asked.has('sites') ? Number(asked.get('sites') || 3) : 0,
  apart: asked.has('apart'),
  observers: Number(asked.get('observers') ?? 0),
  out: asked.has('out'),
  steppedOut: asked.has('steppedOut'),
  help: asked.has('help'),
});
const staying = asked.has('stay')
  ? afterTheEnd(running, Number(asked.get('stay')), asked.has('more'))
  : running;
const seal = asked.get('seal');
const view = seal === null ? staying : sealedAs(staying, seal);
if (asked.has('live'))
  media.setState({ link: 'up', own: { ...SILENT_OWN, micLive: true, micOpened: true, camLive: true } });
session.setState({ view, link: 'up', fresh: false, clock: { ahead: Date.now() - performance.now() } });
const line = {
  send: () => Promise.resolve({ ok: true as const }),
  envelopes: { send: () => Promise.resolve(null), hear: () => () => undefined },
  sitHere: () => Promise.resolve(),
  comeBack: () => undefined,
  tryNow: () => undefined,
  close: () => undefined,
};
loadLeading();
const page = document.getElementById('page');
if (page !== null)
  createRoot(page).render(
    <>
      <RoomPage view={view} line={line} roomSecret={() => null} />
      <LiveRegions />
    </>,
  );
