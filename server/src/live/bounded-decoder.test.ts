import { describe, expect, it } from 'vitest';
import { boundedParser, depthOf } from './bounded-decoder.ts';
import { createBucket } from './token-bucket.ts';

describe('the parser', () => {
  const decode = (frame: unknown): unknown[] => {
    const decoder = new boundedParser.Decoder();
    const decoded: unknown[] = [];
    decoder.on('decoded', (packet) => decoded.push(packet));
    decoder.add(frame);
    return decoded;
  };

  it('counts brackets outside strings only [SK12]', () => {
    expect(depthOf('{"a":[1,{"b":2}],"c":"[[[[\\"[[["}')).toBe(3);
    expect(depthOf('"\\\\"[[')).toBe(2);
    expect(depthOf('[][][]')).toBe(1);
  });

  it.each([
    ['too deep', `2["a",${'['.repeat(8)}${']'.repeat(8)}]`, 'out of bounds'],
    ['too deep to parse at all', `2["a",${'['.repeat(10_000)}`, 'out of bounds'],
    ['too long', `2["a","${'x'.repeat(17_000)}"]`, 'out of bounds'],
    ['binary', new Uint8Array(3), 'binary'],
    ['with attachments', '51-["a",{"_placeholder":true,"num":0}]', 'binary'],
    ['an answer', '30[]', 'answer'],
    ['with a prototype', '2["a",{"__proto__":{}}]', 'invalid payload'],
  ])('never parses a frame that is %s [SK12]', (_name, frame, why) => {
    expect(() => decode(frame)).toThrow(why);
  });

  it('parses what ours send [SK12]', () => {
    expect(decode('20["command",{"id":"x","command":{"type":"hold"}}]')).toHaveLength(1);
  });

  it('takes so many frames at once and so many each second after [SK7]', () => {
    let now = 0;
    const bucket = createBucket({ burst: 2, perSecond: 5 }, () => now);
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, false]);
    now = 0.2;
    expect([bucket.take(), bucket.take()]).toEqual([true, false]);
    now = 100;
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, false]);
  });
});
