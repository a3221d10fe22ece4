import { useEffect, useState } from 'react';
import { isOnlyWindow } from './place.ts';
import { type Line, openLine } from './socket.ts';

/** The line of this window, as long as the component stands. */
export const useLine = (sessionId: string, token: string): Line | null => {
  const [line, setLine] = useState<Line | null>(null);
  useEffect(() => {
    let gone = false;
    const opening = openLine(sessionId, token);
    void opening.then((opened) => (gone ? opened.close() : setLine(opened)));
    return () => {
      gone = true;
      void opening.then((opened) => opened.close());
    };
  }, [sessionId, token]);
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
