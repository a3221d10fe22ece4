import { MOVE_REST } from '@tele-balint/shared/session/timer';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { View } from '@tele-balint/shared/view/view';
import { expect, it } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { comeIn, opened } from '../testing/world.ts';

const seatOf = (views: readonly View[]) => {
  const view = views.at(-1);
  if (view?.kind !== 'room') throw new Error('not in the room');
  return view.you.seats[0].seat;
};

it('a closed line and a leader who steps down lose their right in the media server at once [FL10, LD6]', async () => {
  const { registry, clock, group, id, leader, enforcer } = await opened();
  const second = await comeIn(registry, group, group.coLeader, 'Bea');
  const ben = await comeIn(registry, group, group.members[0]!, 'Ben');
  const cleo = await comeIn(registry, group, group.members[1]!, 'Cleo');
  const press = async (line: typeof leader.line, command: PersonalCommand) =>
    expect(
      await registry.handle(id, { command, by: { kind: 'line', line }, commandId: freshId() }),
    ).toMatchObject({ ok: true });
  const maySpeak = ({ identity }: Pick<typeof leader, 'identity'>) =>
    enforcer.desired.get(id)?.grants.find((grant) => grant.identity === identity)?.microphone;
  const all = () => [maySpeak(leader), maySpeak(second), maySpeak(ben), maySpeak(cleo)];
  await press(leader.line, { type: 'closeLine', seat: seatOf(ben.views) });
  expect(all()).toEqual([true, true, false, true]);
  await press(second.line, { type: 'next', turn: 0 });
  expect(all()).toEqual([true, true, true, true]);
  await press(second.line, { type: 'undo', turn: 1 });
  expect(all()).toEqual([true, true, false, true]);
  await press(second.line, { type: 'choosePresenter', seat: seatOf(ben.views) });
  clock.advance(MOVE_REST);
  const view = second.views.at(-1);
  const told = view?.kind === 'room' ? view.course.steps.find(({ kind }) => kind === 'presentation') : null;
  await press(second.line, { type: 'goTo', step: told!.id, turn: 2 });
  await press(leader.line, { type: 'stepDown' });
  expect(all()).toEqual([false, true, true, false]);
  await press(leader.line, { type: 'stepUp' });
  expect(all()).toEqual([true, true, true, false]);
});
