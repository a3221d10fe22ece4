// Payloads that are JSON already go out as they are.

import { Encoder, type Packet } from 'socket.io-parser';

/** A payload that was written before, once for all who get it. */
export class Ready {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** The framework's encoder; events with one `Ready` payload are put together and not written anew. */
export class ReadyEncoder extends Encoder {
  override encode(packet: Packet): (string | Buffer)[] {
    // A farewell has no payload, and that of a greeting is no list.
    const [event, payload] = Array.isArray(packet.data) ? (packet.data as readonly unknown[]) : [];
    if (!(payload instanceof Ready)) return super.encode(packet) as (string | Buffer)[];
    return [`${packet.type}[${JSON.stringify(event)},${payload.text}]`];
  }
}
