import { SPACES, type Space } from '@tele-balint/shared/vocabulary';

/** The space that a room is for, by its name `<media>.<space>`. */
export const spaceOf = (room: string): Space | undefined => SPACES.find((one) => room.endsWith(`.${one}`));
