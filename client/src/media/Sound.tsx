import { useAttached, useMedia } from './use-media.ts';

function Voice({ identity }: { readonly identity: string }) {
  const track = useMedia(({ lines }) => lines[identity]?.audio ?? null);
  return track === null ? null : <Played identity={identity} track={track} />;
}

function Played({ identity, track }: { readonly identity: string; readonly track: string }) {
  const element = useAttached<HTMLAudioElement>(identity, 'microphone', track);
  return <audio ref={element} autoPlay data-identity={identity} />;
}

/** Every voice that may be heard here. It has no look. */
export function Sound() {
  const loud = useMedia((is) => is.loud);
  const identities = useMedia(({ lines }) => Object.keys(lines).join(' '));
  if (!loud) return null;
  return (
    <div hidden>
      {identities.split(' ').map((identity) => (
        <Voice key={identity} identity={identity} />
      ))}
    </div>
  );
}
