import { useAttached } from './use-media.ts';

type Props = {
  /** `null` = the own picture, shown as in a mirror. */
  readonly identity: string | null;
  readonly track: string;
};

/** One camera's picture. Its sound never comes from here. */
export function Picture({ identity, track }: Props) {
  const element = useAttached<HTMLVideoElement>(identity, 'camera', track);
  return (
    <video
      ref={element}
      autoPlay
      playsInline
      muted
      data-identity={identity ?? undefined}
      data-mirror={identity === null ? '' : undefined}
    />
  );
}
