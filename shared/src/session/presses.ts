// Presses that leaders see from each other, besides the moves of the course.

export const PRESSES = [
  ...(['begin', 'hold', 'resume', 'extend', 'moveEnd', 'endSession', 'keepSession'] as const),
  ...(['openDoor', 'closeDoor', 'remove', 'openVoice', 'closeLine', 'freeLine'] as const),
] as const;
export type Press = (typeof PRESSES)[number];

/** Whether a command is such a press. */
export const isPress = (type: string): type is Press => PRESSES.some((one) => one === type);
