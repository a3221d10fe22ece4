import { describe, expect, it } from 'vitest';
import { keysFor } from './keys-model.ts';
import { youAs } from '../../testing/you.ts';

const keysOf = (leads: boolean) => keysFor({ you: youAs({ leads }) }).map(({ key }) => key);

describe('the list of keys', () => {
  it('[KY1] shows everybody the keys that they have', () => {
    expect(keysOf(false)).toEqual(['F2', 'Alt+M', 'Alt+C', 'Alt+O', 'Alt+L', 'Alt+W', 'Alt+H', 'Alt+I']);
    expect(keysOf(true)).toEqual([
      'F2',
      'Alt+M',
      'Alt+C',
      'Alt+O',
      'Alt+L',
      'Alt+W',
      'F3',
      'Alt+N',
      'Alt+B',
      'Alt+Z',
    ]);
  });
});
