import type { Ack, CommandFrame } from '@tele-balint/shared/wire';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePending } from './pending.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('commands on their way', () => {
  it('[SC4] sends the same id again after a reconnect until it is answered', async () => {
    const sent: { frame: CommandFrame; ack: (answer: Ack) => void }[] = [];
    const pending = makePending(
      (frame, ack) => sent.push({ frame, ack }),
      () => true,
    );
    const answer = pending.send({ type: 'raiseHand' });
    pending.again();
    expect(sent).toHaveLength(2);
    expect(sent[0]!.frame.id).toBe(sent[1]!.frame.id);
    sent[1]!.ack({ ok: true });
    expect(await answer).toEqual({ ok: true });
    pending.again();
    expect(sent).toHaveLength(2);
  });

  it('[SC4] after ten seconds without an answer it is only asked for, under the same id, until it is known', async () => {
    const sent: CommandFrame[] = [];
    const late = vi.fn();
    const pending = makePending(
      (frame) => sent.push(frame),
      () => true,
    );
    let known = false;
    void pending.send({ type: 'hold' }, late).then(() => (known = true));
    await vi.advanceTimersByTimeAsync(9_999);
    expect([sent.length, late.mock.calls.length]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(300_000);
    pending.again();
    expect(late).toHaveBeenCalledOnce();
    expect(sent).toEqual([sent[0], { ...sent[0], late: true }, { ...sent[0], late: true }]);
    expect(known).toBe(false);
  });

  it('[SC4] after ten minutes nobody can say any more', async () => {
    const pending = makePending(
      () => undefined,
      () => false,
    );
    const answer = pending.send({ type: 'hold' });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(await answer).toEqual({ ok: false, refusal: 'not-known' });
  });

  it('[SC4] the same command again before it is answered is the same one; after that it is another', async () => {
    const sent: { frame: CommandFrame; ack: (answer: Ack) => void }[] = [];
    const pending = makePending(
      (frame, ack) => sent.push({ frame, ack }),
      () => true,
    );
    const [one, two] = [pending.send({ type: 'hold' }), pending.send({ type: 'hold' })];
    void pending.send({ type: 'resume' });
    expect(sent.map(({ frame }) => frame.command.type)).toEqual(['hold', 'resume']);
    sent[0]!.ack({ ok: true });
    expect([await one, await two]).toEqual([{ ok: true }, { ok: true }]);
    void pending.send({ type: 'hold' });
    expect(sent).toHaveLength(3);
  });
});
