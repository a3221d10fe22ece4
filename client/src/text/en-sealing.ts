// What is said of sealing behind "Who can hear".

export const sealing = {
  'sealed.title': 'Is this private?',
  'sealed.unsealed':
    'Not sealed. Sound and pictures are encrypted on the way, but this server could open them. Who runs it has chosen so for all its rooms.',
  'sealed.starting':
    'This browser is still agreeing on keys with the others. Until then it sends nothing that anybody could open.',
  'sealed.sealed':
    'Sealed. What is said is closed in each browser and opens only in those that stand here. No server on the way can open it.',
  'sealed.alarmed':
    'Sealed, but it is not sure for whom. Please stop talking about the case until the four words are compared.',
  'sealed.refused': 'This browser does not seal, so it sends and plays nothing.',
  'sealed.confirmed': '{are} of {of} others confirmed',
  'sealed.alone': 'Nobody else is here yet.',
  'words.title': 'Four words',
  'words.coming': 'They come as soon as everybody has confirmed.',
  'words.say':
    'When all are here, one reads them aloud. If everybody sees the same four, nobody stands between you who is not in this list.',
  'words.read': 'We have compared them',
  'words.same': 'Compared at {time}. Nothing has changed since.',
  'words.changed': 'Changed since you compared them at {time}:',
  'words.came': '+ {names}, {time}',
  'words.newDevice': '+ {names}, new device, {time}',
  'words.gone': '− {names}',
  'words.other': 'If that surprises you, compare the words anew.',
  'ears.sealed':
    'Whoever’s browser has shown the link and signed for its name stands here, and whoever presents a case.',
  'keyless.title': 'Cannot hear',
  'keyless.text':
    'They stand in the server’s list. No browser has signed for them here, so they have no key.',
  'state.stray': 'not in the server’s list',
  'state.waiting': 'waiting for their key',
  'state.cannot-open': 'cannot be opened here',
  'state.blocked': 'not sealed: blocked',
  'state.foul': 'gave this browser another key than the others',
  'state.doubted': 'sealed, but with another key for others, as somebody’s browser says',
} as const;
