import { type ComponentProps, useEffect } from 'react';
import { say } from './state/announce.ts';
import { Notice } from './ui/Notice.tsx';

type Props = Omit<ComponentProps<typeof Notice>, 'role'> & {
  readonly said: string;
  readonly urgent?: boolean;
};

/** A notice that is said when it appears: a role that comes with its text is read by few. */
export function SpokenNotice({ said, urgent = false, ...notice }: Props) {
  useEffect(() => say(said, urgent), [said, urgent]);
  return <Notice {...notice} />;
}
