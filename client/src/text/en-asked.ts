// What leaders ask of one person, and what that person reads of who leads.

export const asked = {
  'backup.ask': 'The leaders ask: would you lead on if their lines break?',
  'backup.yes': 'Yes, I would',
  'backup.no': 'Better not',
  'lead.ask': '{name} asks you to lead in their place.',
  'lead.yes': 'I lead',
  'lead.no': 'Not now',
  'lead.down': 'You sit here as a member for now.',
  'lead.up': 'Lead again',
  'leaderless.text':
    'Nobody leads at the moment. The circle goes on as it is, and a leader who comes back leads at once.',
  'open.ask': 'The leaders ask whether you would open your microphone. It opens only when you press it.',
  'said.youLead': 'You lead now.',
  'said.youLeadNot': 'You do not lead any more.',
  'said.lineFreed': 'Your microphone is yours to open again.',
} as const;
