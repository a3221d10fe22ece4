import { useEffect, useRef } from 'react';
import { forgetFrame, takeFrames } from './last-frame.ts';
import { useAttached } from './use-media.ts';

type Props = {
  /** `null` = the own picture, shown as in a mirror. */
  readonly identity: string | null;
  /** `null` = there is no picture now. */
  readonly track: string | null;
  /** The picture has dropped and may come back: its last frame stays. Otherwise nothing of it does. */
  readonly dropped: boolean;
};

/** One camera's picture. Its sound never comes from here. */
export function Picture({ identity, track, dropped }: Props) {
  const video = useAttached<HTMLVideoElement>(identity, 'camera', track);
  const last = useRef<HTMLCanvasElement>(null);
  const live = track !== null;
  useEffect(() => {
    if (!live || video.current === null || last.current === null) return;
    return takeFrames(video.current, last.current);
  }, [live, video]);
  useEffect(() => {
    if (!live && !dropped && last.current !== null) forgetFrame(last.current);
  }, [live, dropped]);
  const mirrored = identity === null ? '' : undefined;
  return (
    <>
      {live ? (
        <video
          ref={video}
          autoPlay
          playsInline
          muted
          data-identity={identity ?? undefined}
          data-mirror={mirrored}
        />
      ) : null}
      <canvas ref={last} hidden={live || !dropped} aria-hidden="true" data-mirror={mirrored} />
    </>
  );
}
