// Sentences of the live regions: never shown, only spoken.

export const spoken = {
  'said.arrive': 'Arriving. Everybody may speak.',
  'said.call': 'Who has a case? {may, select, yes {You may speak.} other {Your microphone rests.}}',
  'said.presentation':
    '{you, select, yes {Presentation. You have the floor.} other {Presentation. {name} has the floor. {may, select, yes {Your microphone is open.} floor {Your microphone rests; a hand asks for the floor.} other {Your microphone rests.}}}}',
  'said.questions':
    'Questions. Short questions of fact. {may, select, yes {You may speak.} other {Your microphone rests.}}',
  'said.pushBack':
    'Push-back. {name} moves the chair back. {may, select, yes {You may speak, not to {name}.} other {Your microphone rests.}}',
  'said.discussion':
    'Discussion. {name} sits back and listens. {may, select, yes {You may speak.} other {Your microphone rests.}}',
  'said.return':
    'Return. {name} is back in the circle and speaks first. {may, select, yes {} other {Your microphone rests.}}',
  'said.closing': 'Closing. Everybody may speak.',
  'said.break': 'Break. Everybody may speak.',
  'said.leaving': 'The session has ended. The room stays open for about 10 minutes.',
  'said.debrief': 'Debrief. Only the leaders are here.',
  'said.back': 'You are sitting back. You hear everyone. Nobody can hear you until you return.',
  'said.backPending': 'You are sitting back. Your microphone is being put to rest. You may still be heard.',
  'said.nobodyHears': 'Nobody can hear you until you return.',
  'said.returned': 'You are back in the circle. You may speak. Open your microphone when you are ready.',
  'said.held': 'The leaders hold the session. The clock stands still.',
  'said.resumed': 'The session goes on.',
  'said.floor': '{name} has the floor.',
  'said.yourFloor': 'You have the floor.',
  'said.floorBack': 'The floor is back with the group.',
  'said.handUp':
    'Your hand is up. You are {order, selectordinal, =1 {first} =2 {second} =3 {third} one {#st} two {#nd} few {#rd} other {#th}}.',
  'said.handDown': 'Your hand is down.',
  'said.cameIn':
    '{name} came in as {role, select, leader {leader} coLeader {co-leader} observer {observer and can hear} other {member}}.',
  'said.reconnecting': '{name} is reconnecting.',
  'said.isBack': '{name} is back.',
  'said.left': '{name} has left.',
  'said.backInCircle':
    'You are back in the circle after a break in the line. The phase is {phase}. {may, select, yes {You may speak.} other {Your microphone rests.}}',
  'said.asksIn': '{name} asks to come in.',
  'said.unconfirmed': 'Push-back is not confirmed. {name} may still be heard.',
  'said.confirmed': 'Push-back is confirmed. Nobody can hear {name}.',
  'said.waits': '{name} waits at the door.',
  'said.doorOpen': 'The door is open.',
  'said.doorClosed': 'The door is closed.',
  'said.ending': 'A leader ends the session in about a minute.',
  'said.kept': 'The session stays open.',
  'said.why': '{phase}. {may, select, yes {You may speak.} other {{reason}}}',
  'said.told': 'The leaders have been told.',
  'said.seen': 'The leaders have seen it.',
  'said.mic': '{on, select, yes {Your microphone is open.} other {Your microphone is closed.}}',
} as const;
