import { describe, expect, it } from 'vitest';
import { TABLE } from '../testing/command-table.ts';
import { COMMANDS, type CommandName } from './commands.ts';

describe('the command table', () => {
  it.each(Object.entries(TABLE))(
    '[SK19] says of %s who gives it, when and to whom',
    (name, [who, when, target]) => {
      expect(COMMANDS[name as CommandName]).toEqual({ who, when, target });
    },
  );

  it('[SK19] has no other rows', () => {
    expect(Object.keys(COMMANDS).toSorted()).toEqual(Object.keys(TABLE).toSorted());
  });
});
