import type { Hex } from '@tele-balint/shared/e2ee/bytes';
import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import type { Hearer } from '../media/e2ee/sealing-model.ts';
import { place } from '../testing/place.ts';
import { youAs } from '../testing/you.ts';
import { earsOf } from './ears.ts';

const media = (identity: string) => ({ identity, microphone: true, camera: true }) as PlaceView['media'];
const viewOf = (places: readonly PlaceView[], change: Partial<RoomView> = {}) =>
  ({
    ...{ sealed: true, presenter: null, you: youAs(), places, ears: places.map(({ seat }) => seat) },
    ...change,
  }) as RoomView;
const signed = (line: string, ...names: readonly string[]): Hearer => ({
  ...{ mid: line as Hex, line, names, since: 1 },
});
const ME = place('me', { line: 'my-line' as never, media: media('m-me') });
const BEN = place('Ben', { media: media('m-ben') });
const ZOË = place('Zoe\u0308', { media: media('m-zoe') });

describe('how many can hear', () => {
  it('is the server’s word where nothing is sealed [SE1]', () => {
    const view = viewOf([ME, BEN], { sealed: false });
    expect(earsOf(view, [])).toEqual({ count: 2, hear: view.ears, keyless: [], strays: [] });
  });

  it('is who has signed for their line and name, whatever the server lists [SE1]', () => {
    const view = viewOf([ME, BEN, ZOË]);
    expect(earsOf(view, [signed('Zoe\u0308-line', 'Zo\u00eb')])).toEqual({
      ...{ count: 2, hear: ['me', ZOË.seat], keyless: ['Ben'], strays: [] },
    });
    expect(earsOf(view, []).count).toBe(1);
  });

  it('counts whoever has keys and stands in no list, by their own name [SE1]', () => {
    const view = viewOf([ME, BEN]);
    const told = (...all: readonly Hearer[]) => earsOf(view, all);
    expect(told(signed('Ben-line', 'Ben'), signed('x', 'Eve', 'Ivo'))).toMatchObject({
      ...{ count: 4, strays: ['Eve', 'Ivo'] },
    });
    // Another name than the server shows for that line, and somebody whom it lists without ears.
    expect(told(signed('Ben-line', 'Eve'))).toMatchObject({ count: 2, keyless: ['Ben'], strays: ['Eve'] });
    const deaf = viewOf([ME, BEN], { ears: [ME.seat] });
    expect(earsOf(deaf, [signed('Ben-line', 'Ben')])).toMatchObject({ count: 2, strays: ['Ben'] });
  });

  it('lets nobody read from it that a presenter has gone [PR22]', () => {
    const gone = place('Claire', { presence: 'away' });
    const view = viewOf([ME, gone], { presenter: gone.seat });
    expect(earsOf(view, [])).toMatchObject({ count: 2, keyless: [] });
    const there = place('Claire', { media: media('m-claire') });
    expect(earsOf(viewOf([ME, there], { presenter: there.seat }), []).keyless).toEqual(['Claire']);
  });
});
