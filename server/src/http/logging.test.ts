import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLogger } from './logging.ts';

const SECRET = ['token', 'secret', 'name', 'profession', 'group', 'auth', 'hash', 'sealed', 'organiserKey'];

it.each([...SECRET, 'req', 'res'])(
  'leaves out the field %s, as deep as anything is logged [HT15]',
  (field) => {
    const written: string[] = [];
    const to = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written.push(chunk.toString());
        done();
      },
    });
    const logger = createLogger('info', to);
    const secret = { [field]: 'CANARY' };
    logger.info(secret, 'at the top');
    logger.child({ session: 'abcdef', ...secret }).info('of all lines');
    // An error brings along the fields that a library gave it, and what it hangs on them: a command, a request.
    if (SECRET.includes(field)) {
      logger.info({ command: secret }, 'in a thing');
      // The name of an error is its kind, and stands in its first line.
      if (field !== 'name') logger.error({ err: Object.assign(new Error('broken'), secret) }, 'in an error');
      logger.error(
        { err: Object.assign(new Error('broken'), { command: secret }) },
        'in a thing of an error',
      );
    }
    expect(written.join('')).toContain('at the top');
    expect(written.join('')).not.toContain('CANARY');
  },
);
