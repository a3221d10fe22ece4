import { Encoder, PacketType } from 'socket.io-parser';
import { describe, expect, it } from 'vitest';
import { Ready, ReadyEncoder } from './ready.ts';

describe('a payload that is written already', () => {
  const view = { name: 'Ünal "Ü"', list: [1, null] };
  const packet = (payload: unknown) => ({ type: PacketType.EVENT, nsp: '/', data: ['view', payload] });

  it('goes out as the framework would have written it [HS30]', () => {
    const ready = new Ready(JSON.stringify(view));
    expect(new ReadyEncoder().encode(packet(ready))).toEqual(new Encoder().encode(packet(view)));
  });

  it('leaves everything else to the framework', () => {
    for (const other of [
      packet(view),
      { type: PacketType.CONNECT, nsp: '/', data: { sid: 'one' } },
      { type: PacketType.DISCONNECT, nsp: '/' },
      { type: PacketType.ACK, nsp: '/', id: 3, data: [{ ok: true }] },
    ])
      expect(new ReadyEncoder().encode(other)).toEqual(new Encoder().encode(other));
  });
});
