import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeIn, openGroup } from '../testing/group.ts';
import { listening, type Listening } from '../testing/listening.ts';

describe('the socket', () => {
  let at: Listening;
  beforeAll(async () => {
    at = await listening();
  });
  afterAll(() => at.stop());

  it('shows the room and obeys', async () => {
    const group = await openGroup(at.url);
    const leader = await comeIn(at.url, group, group.leader, 'Anna');
    expect(leader.refusal).toBe(null);
    console.log(JSON.stringify(leader.views.at(-1)).slice(0, 600));
    console.log(await leader.command({ type: 'next', turn: 0 }));
    console.log(leader.room().course.turn, at.lines());
  });
});
