// Frames that nobody of ours would send. Each ends the connection it came by.

import { freshId } from './raw-socket.ts';

const id = (): string => freshId();
const command = (body: string): string => `420["command",{"id":"${id()}","command":${body}}]`;
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const other = freshId();
const envelope = (to: string, sealed = 'x'): string => `420["relay",{"to":${to},"sealed":"${sealed}"}]`;

/** What it is, and its text. */
export const FRAMES_THAT_END: readonly (readonly [string, string | Uint8Array])[] = [
  ['bytes', new Uint8Array([1, 2, 3])],
  ['a binary event', '451-["command",{"_placeholder":true,"num":0}]'],
  ['a binary ack', '461-1[{"_placeholder":true,"num":0}]'],
  ['a text packet of base64', 'bAQID'],
  ['a packet of an unknown type', '9'],
  ['a ping of its own', '2'],
  ['an event of an unknown type', '49["command"]'],
  ['nothing after the type', '42'],
  ['a broken text', '420["command",{"id":'],
  ['no array', '42{"0":"command"}'],
  ['an array without a name', '42[]'],
  ['a number for a name', '42[1]'],
  ['an unknown event', '42["view",{}]'],
  ['a reserved event', '42["disconnect"]'],
  ['a frame as deep as a whole megabyte allows', `42["command",${deep(100_000)}]`],
  ['a frame as deep as sixteen kilobytes allow', `42["command",${deep(8_000)}]`],
  ['a frame one level too deep', `420["command",${deep(8)}]`],
  ['a frame of a megabyte', envelope(`["${other}"]`, 'x'.repeat(1_000_000))],
  ['a command without an ack', `42["command",{"id":"${id()}","command":{"type":"hold"}}]`],
  ['a command without a frame', '420["command"]'],
  ['an empty frame', '420["command",{}]'],
  ['a frame that is an array', '420["command",[]]'],
  ['a frame that is null', '420["command",null]'],
  ['an extra argument', `420["command",{"id":"${id()}","command":{"type":"hold"}},1]`],
  ['a field more in the frame', `420["command",{"id":"${id()}","command":{"type":"hold"},"by":"${other}"}]`],
  ['a field more in the command', command('{"type":"hold","line":"somebody-else"}')],
  ['an unknown command', command('{"type":"promote"}')],
  ['the command of another prototype', command('{"type":"toString"}')],
  ['a type that is an array', command('{"type":["hold"]}')],
  ['a prototype for the frame', `420["command",{"__proto__":{"id":"${id()}"},"command":{"type":"hold"}}]`],
  ['a prototype in the command', command('{"type":"hold","__proto__":{"polluted":true}}')],
  ['a constructor in the command', command('{"type":"hold","constructor":{"prototype":{"polluted":true}}}')],
  ['no number', command('{"type":"next","turn":NaN}')],
  ['a number beyond all', command('{"type":"next","turn":1e309}')],
  ['a number below none', command('{"type":"next","turn":-1}')],
  ['half a number', command('{"type":"next","turn":0.5}')],
  ['a number in quotes', command('{"type":"next","turn":"0"}')],
  ['a hundred hours', command('{"type":"extend","minutes":6000,"turn":0}')],
  ['an id that is too short', '420["command",{"id":"short","command":{"type":"hold"}}]'],
  ['an id that is too long', `420["command",{"id":"${'a'.repeat(65)}","command":{"type":"hold"}}]`],
  ['an id of other signs', '420["command",{"id":"../../etc/passwd","command":{"type":"hold"}}]'],
  [
    'a name of nothing visible',
    command(
      `{"type":"addInvitation","invitation":"${other}","hash":"${'h'.repeat(43)}","kind":"open","role":"member","name":"\\u202e\\ud800"}`,
    ),
  ],
  ['the door’s command', command(`{"type":"enter","hash":"${'h'.repeat(43)}"}`)],
  ['the opening', command('{"type":"open"}')],
  ['the server’s connect', command(`{"type":"connect","line":"${other}","page":"${other}","sit":true}`)],
  ['the server’s disconnect', command(`{"type":"disconnect","line":"${other}","identity":"${other}"}`)],
  ['the server’s restart', command('{"type":"restart"}')],
  ['the server’s tick', command('{"type":"tick"}')],
  ['an envelope that is too big', envelope(`["${other}"]`, 'x'.repeat(4097))],
  ['an empty envelope', envelope(`["${other}"]`, '')],
  ['an envelope to nobody', '420["relay",{"sealed":"x"}]'],
  ['an envelope to no line', envelope('[]')],
  ['an envelope to a line that is no list', envelope(`"${other}"`)],
  ['an envelope to more lines than have a place', envelope(JSON.stringify(Array.from({ length: 27 }, id)))],
  ['an envelope to one line twice', envelope(`["${other}","${id()}","${other}"]`)],
  ['an envelope with a sender', `420["relay",{"to":["${other}"],"sealed":"x","from":"${other}"}]`],
  ['an envelope that asks for no answer', `42["relay",{"to":["${other}"],"sealed":"x"}]`],
  ['an envelope with an extra argument', `420["relay",{"to":["${other}"],"sealed":"x"},1]`],
  ['a second handshake', '40{}'],
  ['an ack that nobody asked for', '430[]'],
];
