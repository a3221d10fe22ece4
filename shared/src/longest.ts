// How much people may write, in characters (code points): one measure for fields, door, log and what pages seal.

/** A name, a profession, a title. */
export const LONGEST_NAME = 60;
/** The leaders' line for the last page. */
export const LONGEST_CLOSING = 200;
/** A note to who else leads: in a letter of 512 bytes each has room for four. */
export const LONGEST_NOTE = 120;
/** How somebody is reached whose line breaks. */
export const LONGEST_CONTACT = 60;
