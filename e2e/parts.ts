// Where the parts of the page are, by what they are and carry: classes are only for looks.

/** The circle or the grid. */
export const STAGE = 'main';
/** Somebody's place, with its number. */
export const SEAT = '[data-seat]';
export const TILE = `${SEAT} > div`;
/** What stands in place of a picture. */
export const CARD = `${TILE} > div`;
/** Name and tag on a tile. */
export const LABELS = `${SEAT} p`;
/** The middle of the circle. */
export const CENTRE = '[aria-labelledby="phase"]';
export const NOTICES = '[aria-label="Notices"]';
export const NOTICE = `${NOTICES} > div`;
/** The own controls, and among them the own state. */
export const CONTROLS = '[aria-label="Your place"]';
export const STATE = `${CONTROLS} [data-lead]`;
/** What only leaders see. */
export const LEADERS_BAR = '[aria-label="Phases, for leaders"]';
export const DRAWER = '[aria-label="For leaders only"]';
/** The door, the ears, the keys. */
export const FACTS = 'header > div:last-of-type > *';
