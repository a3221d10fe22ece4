export const keys = {
  'keys.use': 'Use keys',
  'keys.hint': 'On a Mac, Alt is the Option key. Keys rest while you write in a field.',
  'keys.F2': 'To my controls',
  'keys.F3': 'To what only leaders see',
  'keys.Alt+M': 'Open or close my microphone, or say why it rests',
  'keys.Alt+C': 'Turn my camera on or off',
  'keys.Alt+H': 'Raise or lower my hand',
  'keys.Alt+I': 'I need to come in (while I sit back)',
  'keys.Alt+B': 'To “Bring the presenter back”, while they ask; Enter confirms',
  'keys.Alt+Z': 'Undo the last move, for ten seconds',
  'keys.Alt+N': 'To “Next”; Enter confirms',
  'keys.Alt+W': 'Say the phase, and whether I may speak',
} as const;
