import { KeyProviderEvent } from 'livekit-client';
import { expect, it } from 'vitest';
import { SenderKeys } from './sender-keys.ts';

type Told = {
  readonly who: string;
  readonly slot: number | undefined;
  readonly switches: boolean | undefined;
};
const keysOf = (own: string) => {
  const keys = new SenderKeys(own);
  const told: Told[] = [];
  keys.on(KeyProviderEvent.SetKey, ({ participantIdentity = '', keyIndex }, switches) =>
    told.push({ who: participantIdentity, slot: keyIndex, switches }),
  );
  return { keys, told };
};
const raw = () => crypto.getRandomValues(new Uint8Array(32));
const handedOn = (keys: SenderKeys) =>
  keys.getKeys().map(({ participantIdentity, keyIndex }) => `${participantIdentity} ${keyIndex}`);

it('hands on the newest key of each alone, and the own slot whatever others have', async () => {
  const { keys, told } = keysOf('ada');
  await keys.use('ada', 17, raw());
  await keys.use('ben', 3, raw());
  await keys.use('ada', 18, raw());
  await keys.use('cleo', 1, raw());
  expect(handedOn(keys)).toEqual(['ada 2', 'ben 3', 'cleo 1']);
  expect(keys.getLatestManuallySetKeyIndex()).toBe(2);
  expect(told.at(-1)).toEqual({ who: 'cleo', slot: 1, switches: true });
});

it('burns a slot with chance, and does not hand on what is burned', async () => {
  const { keys, told } = keysOf('ada');
  await keys.use('ben', 3, raw());
  await keys.use('ben', 4, raw());
  await keys.burn('ben', 3);
  expect(told.at(-1)).toEqual({ who: 'ben', slot: 3, switches: false });
  expect(handedOn(keys)).toEqual(['ben 4']);
  await keys.burn('ben', 4);
  expect(handedOn(keys)).toEqual([]);
});

it('leaves no bytes behind, and keys that give none', async () => {
  const { keys } = keysOf('ada');
  const bytes = raw();
  await keys.use('ada', 1, bytes);
  expect([...bytes].some((byte) => byte !== 0)).toBe(false);
  const [own] = keys.getKeys();
  expect(own?.key.extractable).toBe(false);
});
