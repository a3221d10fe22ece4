import { describe, expect, it } from 'vitest';
import { NO_MEDIA } from '@tele-balint/shared/media-report';
import { viewFor, viewsAt } from '@tele-balint/shared/view/view-for';
import { fullCircle } from '@tele-balint/shared/testing/play';
import type { Shown } from '@tele-balint/shared/view/view';
import { createWriter, numbered } from './written-views.ts';

describe('a written view', () => {
  const { play, ruth, claire, mei } = fullCircle();
  const viewOf = viewsAt(play.session, play.now, NO_MEDIA);
  const shownTo = (line: typeof ruth): Shown => viewOf(line) ?? expect.fail('sees nothing');

  it('says what the line may know, with its number, whoever else was written before [HS30]', () => {
    const write = createWriter();
    for (const line of [ruth, claire, mei]) {
      const shown = shownTo(line);
      const { kind, text } = numbered(shown, write(shown), 7);
      expect(kind).toBe(shown.kind);
      expect(JSON.parse(text)).toEqual({ ...viewFor(play.session, line, play.now, NO_MEDIA), version: 7 });
    }
  });

  it('reads the same at another hour', () => {
    const shown = shownTo(claire);
    expect(createWriter()({ ...shown, now: play.now })).toBe(createWriter()({ ...shown, now: 0 as never }));
  });

  it('is written once where several see the same [HS30]', () => {
    const [one, other] = [claire, mei].map((line) => {
      const shown = shownTo(line);
      return shown.kind === 'room' ? shown : expect.fail('not in the room');
    });
    expect(one?.places).toBe(other?.places);
    let written = 0;
    const counted = { toJSON: () => (written += 1) };
    const write = createWriter();
    for (const view of [one, other]) write({ ...view, places: counted } as unknown as Shown);
    expect(written).toBe(1);
  });
});
