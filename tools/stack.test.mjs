import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureFree } from './ports.mjs';
import { settings, startStack } from './stack.mjs';

afterEach(() => vi.unstubAllEnvs());

describe('what is started', () => {
  it('listens on this machine only, with ports of its own choosing [SU5]', () => {
    const at = settings({});
    expect(at).toMatchObject({ port: 8080, host: '127.0.0.1', livekitPort: 7880, livekitUdpPort: 7882 });
    expect(settings({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
  });

  it('says which setting to change when a port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    const needed = [{ port, host: '127.0.0.1', setting: 'LIVEKIT_PORT' }];
    await expect(ensureFree(needed)).rejects.toThrow(`choose another one with LIVEKIT_PORT=${port + 10}`);
    server.close();
    await once(server, 'close');
    await expect(ensureFree(needed)).resolves.toBeUndefined();
  });

  it('asks for the keys of a media server that somebody else runs [SU2]', async () => {
    vi.stubEnv('LIVEKIT_URL', 'http://127.0.0.1:1');
    vi.stubEnv('LIVEKIT_API_KEY', '');
    await expect(startStack(settings({}))).rejects.toThrow(
      'LIVEKIT_API_KEY and LIVEKIT_API_SECRET are needed too',
    );
  });
});
