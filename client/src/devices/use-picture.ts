import { useEffect, useRef } from 'react';

/** Shows a stream in a video element. */
export function usePicture(stream: MediaStream | null) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.srcObject = stream;
  }, [stream]);
  return ref;
}
