import type { Ending, Moment, Own, State, UnderWay } from './state.ts';
import {
  ACK_WAIT,
  BURN_AFTER,
  PAIR_KEPT,
  PAIRS_KEPT,
  REKEY_AFTER,
  REKEY_APART,
  REKEY_EVERY,
  slotOf,
  UNSWITCHED,
} from './times.ts';
import { linesOf, peersOf, receiver, setOwn, type Turn } from './turn.ts';

/** Something is a reason for a rekey: the first one sets its time. */
export const askRekey = (turn: Turn): void => {
  const { due, madeAt } = turn.state.own;
  setOwn(turn, { due: due ?? Math.max(turn.now + REKEY_AFTER, madeAt + REKEY_APART) });
};

/** Makes the next epoch for all peers; the one before it, if it was not switched to, is given up. */
export const make = (turn: Turn): void => {
  const { own } = turn.state;
  const epoch = own.made + 1;
  const to = peersOf(turn.state);
  const pairs = own.made === 0 ? [] : [...own.pairs, { epoch: own.made, at: turn.now + PAIR_KEPT }];
  const kept = pairs.slice(-PAIRS_KEPT);
  for (const { epoch: old } of pairs.slice(0, -PAIRS_KEPT)) turn.effects.push({ do: 'dropPair', epoch: old });
  setOwn(turn, {
    made: epoch,
    madeAt: turn.now,
    underWay: { epoch, to: to.map(({ mid }) => mid), sealed: null },
    unswitched: own.unswitched ?? turn.now,
    due: null,
    renamed: false,
    pairs: kept,
  });
  turn.effects.push({ do: 'make', epoch });
  if (own.renamed) turn.effects.push({ do: 'hello', epoch, to: linesOf(turn.state) });
  if (to.length > 0) turn.effects.push({ do: 'keys', epoch, to: to.map(receiver) });
};

/** Whether all have what they need: without a receiver it waits for the hellos of the lines that there are. */
const isAcked = (turn: Turn, { to, epoch }: UnderWay): boolean =>
  to.length === 0
    ? linesOf(turn.state).length === 0
    : to.every((mid) => (turn.state.known[mid]?.told ?? 0) >= epoch);

/** Switches if all have acked or it has waited long enough. */
export const maybeSwitch = (turn: Turn): void => {
  const { underWay, used, slots } = turn.state.own;
  if (underWay === null || underWay.sealed === null) return;
  if (turn.now - underWay.sealed < ACK_WAIT && !isAcked(turn, underWay)) return;
  const old: readonly Ending[] = used === 0 ? [] : [{ epoch: used, at: turn.now + BURN_AFTER }];
  setOwn(turn, {
    used: underWay.epoch,
    usedAt: turn.now,
    receivers: underWay.to,
    underWay: null,
    unswitched: null,
    slots: [...slots, ...old].filter(({ epoch }) => slotOf(epoch) !== slotOf(underWay.epoch)),
  });
  turn.effects.push({ do: 'switch', epoch: underWay.epoch });
  turn.state = { ...turn.state, beatDue: turn.now };
};

/** Stops sealing with what others are about to burn. */
const maybeDisarm = (turn: Turn): void => {
  const { used, unswitched, slots } = turn.state.own;
  if (used === 0 || unswitched === null || turn.now - unswitched < UNSWITCHED) return;
  setOwn(turn, { used: 0, receivers: [], slots: [...slots, { epoch: used, at: turn.now + BURN_AFTER }] });
  turn.effects.push({ do: 'disarm' });
};

/** A stream of newcomers must not put off every switch. */
const mayMake = ({ underWay }: Own): boolean => underWay === null || underWay.to.length === 0;

const maybeMake = (turn: Turn): void => {
  const { due, madeAt } = turn.state.own;
  const old = turn.now - madeAt >= REKEY_EVERY;
  if (!old && (due === null || turn.now < due)) return;
  if (mayMake(turn.state.own)) make(turn);
};

/** When time alone brings about a rekey that was asked for, or a switch without all acks; `null` = no time does. */
export const ownDue = ({ own }: State): Moment | null => {
  const sealed = own.underWay?.sealed ?? null;
  const moments = [mayMake(own) ? own.due : null, sealed === null ? null : sealed + ACK_WAIT];
  const coming = moments.filter((at) => at !== null);
  return coming.length === 0 ? null : Math.min(...coming);
};

const end = (turn: Turn): void => {
  const { pairs, slots } = turn.state.own;
  const over = ({ at }: Ending): boolean => turn.now >= at;
  for (const { epoch } of pairs.filter(over)) turn.effects.push({ do: 'dropPair', epoch });
  for (const { epoch } of slots.filter(over))
    turn.effects.push({ do: 'burn', mid: turn.state.me.mid, epoch, slot: slotOf(epoch) });
  if (!pairs.some(over) && !slots.some(over)) return;
  setOwn(turn, {
    pairs: pairs.filter((ending) => !over(ending)),
    slots: slots.filter((ending) => !over(ending)),
  });
};

/** What time and acks bring about of the own keys. */
export const tendOwn = (turn: Turn): void => {
  maybeSwitch(turn);
  maybeDisarm(turn);
  maybeMake(turn);
  end(turn);
};
