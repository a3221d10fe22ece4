import type { Config } from '../config.ts';

/** The origins that are ours: the public one and, on one machine, both of its names. */
export const allowedOriginsOf = ({
  publicUrl,
  local,
}: Pick<Config, 'publicUrl' | 'local'>): readonly string[] => {
  if (!local) return [publicUrl];
  const { protocol, port } = new URL(publicUrl);
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => new URL(`${protocol}//${host}:${port}`).origin);
};

/** Whether a page of this origin may open a socket. No origin at all is refused: every browser sends one. */
export const originGuard = (
  config: Pick<Config, 'publicUrl' | 'local'>,
): ((origin: string | undefined) => boolean) => {
  const allowed = allowedOriginsOf(config);
  return (origin) => origin !== undefined && allowed.includes(origin);
};
