// Who leads, who stands in, and single lines: for leaders only.

export const leadership = {
  'leader.leadership': 'Leadership',
  'leader.backup': 'Backup',
  'leader.backupAside': '(leads on if the leaders’ lines break)',
  'leader.backupAsked':
    '{name} has been asked to be the backup and has not agreed yet. Until then nobody stands in.',
  'leader.backupAgreed': '{name} has agreed to be the backup: they lead on if the leaders’ lines break.',
  'leader.backupBack': 'No backup any more',
  'leader.askMember': 'Ask',
  'leader.handOn': 'Hand the leadership on to',
  'leader.handing': '{name} has been asked to lead in the place of {by}.',
  'leader.handingYours': '{name} has been asked to lead in your place.',
  'leader.handingBack': 'Ask no more',
  'leader.ownCamera': 'Only members of the inner ring with a camera of their own can lead.',
  'leader.stepDown': 'Sit as a member',
  'leader.stepDownText': '{names} can lead meanwhile. You lead again whenever you like.',
  'leader.closeLine': 'Close microphone',
  'leader.closeLineFull': 'Close the microphone of {name} for this phase: noise on the line',
  'leader.freeLine': 'Let speak again',
  'leader.freeLineFull': 'Let {name} speak again',
  'leader.lineClosed': 'closed by leaders for this phase',
  'leader.askToOpen': 'Ask {name} to open their microphone',
  'leader.askToOpenShort': 'Ask to open',
  'leader.pressed':
    '{time}: {you, select, yes {you} other {{name}}} pressed “{what, select, begin {Begin} hold {Hold} resume {Resume} extend {more minutes} moveEnd {Move the end} endSession {End} keepSession {Keep the session open} openDoor {Open the door} closeDoor {Close the door} remove {End a place} openVoice {Voices} closeLine {Close microphone} other {Let speak again}}”',
  'leader.size':
    'More than ten online: fewer come to speak. Leave longer pauses, and let those speak first who have not yet.',
  'leave.lastTitle': 'You are the last one who leads',
  'leave.lastText': 'If you leave, nobody leads until a leader is back. What shall become of the circle?',
  'leave.lastAway': '{names} {count, plural, one {leads} other {lead}} as soon as their line is back.',
  'leave.lastBackup': '{name} has agreed to lead on.',
  'leave.lastAsk': 'Nobody has agreed to lead on. You can ask somebody:',
  'leave.handTo': 'Hand over to {name} and leave',
  'leave.endAll': 'End the session for all',
  'leave.anyway': 'Leave all the same',
} as const;
