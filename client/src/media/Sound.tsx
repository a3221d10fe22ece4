import { useAttached, useMedia } from './use-media.ts';

function Voice({ identity, track }: { readonly identity: string; readonly track: string }) {
  const element = useAttached<HTMLAudioElement>(identity, 'microphone', track);
  return <audio ref={element} autoPlay data-identity={identity} />;
}

/** Every voice that may be heard here. It has no look. */
export function Sound() {
  const { lines, loud } = useMedia();
  if (!loud) return null;
  return (
    <div hidden>
      {Object.entries(lines).map(([identity, { audio }]) =>
        audio === null ? null : <Voice key={identity} identity={identity} track={audio} />,
      )}
    </div>
  );
}
