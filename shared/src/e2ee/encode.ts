import { fromHex, join, lp, u32, u8, type Bytes } from './bytes.ts';
import { TYPES, VERSION, type Hello, type Message } from './messages.ts';

const beginning = ({ type, mid }: Pick<Message, 'type' | 'mid'>): Bytes =>
  join(u8(VERSION), u8(TYPES[type]), fromHex(mid));

/** The body of a hello before its mac: what the mac is made over. */
export const helloHead = (hello: Omit<Hello, 'mac'>): Bytes =>
  join(
    beginning(hello),
    fromHex(hello.identity),
    fromHex(hello.receiving),
    u32(hello.epoch),
    lp(hello.line),
    lp(hello.media),
    u8(hello.names.length),
    ...hello.names.map(lp),
  );

const rest = (message: Exclude<Message, Hello>): readonly Bytes[] => {
  switch (message.type) {
    case 'keys':
      return [
        u32(message.epoch),
        fromHex(message.receiving),
        fromHex(message.commitment),
        u8(message.wraps.length),
        ...message.wraps.map(({ to, tag, enc, ct }) => join(fromHex(to), tag, enc, ct)),
      ];
    case 'ack':
      return [fromHex(message.of), u32(message.epoch)];
    case 'beat':
      return [
        u32(message.count),
        fromHex(message.roster),
        u8(message.opened.length),
        ...message.opened.map(({ mid, epoch, commitment }) =>
          join(fromHex(mid), u32(epoch), fromHex(commitment)),
        ),
      ];
    case 'commit':
      return [fromHex(message.roster), fromHex(message.c)];
    case 'reveal':
      return [fromHex(message.roster), message.r];
    case 'letter':
      return [u32(message.count), fromHex(message.to), message.tag, message.enc, message.ct];
  }
};

/** The body of a message: what is signed. Its lists are to be ascending by mid, and its values within the bounds of the types. */
export const encode = (message: Message): Bytes =>
  message.type === 'hello'
    ? join(helloHead(message), message.mac)
    : join(beginning(message), ...rest(message));
