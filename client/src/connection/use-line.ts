import { useEffect, useState } from 'react';
import { isOnlyWindow } from './place.ts';
import { type Line, openLine } from './socket.ts';

/**
 * The line of this window, as long as the component stands.
 * @param sits whether its owner has said already that they sit here
 */
export const useLine = (sessionId: string, token: string, sits: boolean): Line | null => {
  const [line, setLine] = useState<Line | null>(null);
  useEffect(() => {
    let gone = false;
    const opening = openLine(sessionId, token, sits);
    void opening.then((opened) => (gone ? opened.close() : setLine(opened)));
    return () => {
      gone = true;
      void opening.then((opened) => opened.close());
    };
  }, [sessionId, token, sits]);
  return line;
};

/** Tells once whether another window of this session is open in this browser. */
export const useSecondWindow = (sessionId: string, onSecond: () => void): void => {
  useEffect(() => {
    void isOnlyWindow(sessionId).then((only) => {
      if (!only) onSecond();
    });
  }, [sessionId, onSecond]);
};
