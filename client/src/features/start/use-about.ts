import { useEffect, useState } from 'react';
import type { AboutAnswer } from '@tele-balint/shared/http';
import { serverRequest } from '../../connection/server-request.ts';

/** Whether this server asks for an organiser's key before it opens a session. */
export function useAsksForKey(): boolean {
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    let here = true;
    void serverRequest<AboutAnswer>('GET', '/api/about').then((answer) => {
      if (here && answer.ok) setAsks(answer.value.organiserKey);
    });
    return () => {
      here = false;
    };
  }, []);
  return asks;
}
