// Notes between leaders, and how somebody is reached whose line breaks: for leaders only.

export const notes = {
  'notes.title': 'Notes between leaders',
  'notes.to': 'Note to {names}',
  'notes.send': 'Send',
  'notes.sending': 'Sending…',
  'notes.only': 'Only leaders read it. It is gone when the session ends or this page is loaded again.',
  'notes.waits': 'Their browser is not confirmed yet. A note can go as soon as it is.',
  'notes.nobody': 'It has reached nobody. It still stands in the field.',
  'notes.arrived': 'The note has arrived.',
  'notes.arrivedBut': 'The note has arrived, but not with {names}.',
  'notes.came': 'Note from {names}: {text}',
  'notes.list': 'Notes of this session',
  'notes.from': '{names}, {time}',
  'notes.mine': 'You, {time}',
  'contact.of': 'If the line breaks: {contact}',
} as const;
