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

  it('[SC4] gives a command up after ten seconds', async () => {
    const pending = makePending(
      () => undefined,
      () => false,
    );
    const answer = pending.send({ type: 'hold' });
    vi.advanceTimersByTime(10_000);
    expect(await answer).toEqual({ ok: false, refusal: 'unavailable' });
  });
});
