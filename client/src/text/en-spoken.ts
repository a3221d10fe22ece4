// Sentences of the live regions: never shown, only spoken.

export const spoken = {
  'said.right':
    '{may, select, yes {You may speak.} floor {Your microphone rests; a hand asks for the floor.} other {Your microphone rests.}}',
  'said.back': 'You are sitting back. You hear everyone. Your microphone is closed. You can simply listen.',
  'said.backPending': 'You are sitting back. Your microphone is being put to rest. You may still be heard.',
  'said.nobodyHears': 'Your microphone is closed. You can simply listen.',
  'said.returned': 'You are back in the circle. You may speak. Open your microphone when you are ready.',
  'said.chosen': 'You have been chosen: you present the case.',
  'said.notChosen': 'Somebody else presents the case now.',
  'said.begun': 'The session has begun.',
  'said.endMoved': 'The evening ends at {time} now.',
  'said.held': 'A short pause. We go on in a moment.',
  'said.chairKept': 'The chair of {name} is kept.',
  'said.moved': '{you, select, yes {} other {{name} moved on to {phase}. }}Undo for ten seconds: Alt+Z.',
  'said.courseChanged': '{name} has changed what is still to come.',
  'said.undone': 'Undone. {phase}.',
  'said.stopped': '{name} has stopped the case. You choose how to go on.',
  'said.outside':
    '{you, select, yes {You sit in the outer ring now. You hear everything; a leader can ask you in again.} other {{name} sits in the outer ring.}}',
  'said.inside': '{you, select, yes {You sit in the inner ring now.} other {{name} sits in the inner ring.}}',
  'said.steppedOut': '{name} stepped out.',
  'said.help': '{name} asks for help.',
  'said.offers': '{name} has a case.',
  'said.resumed': 'The session goes on.',
  'said.floor': '{name} has the floor.',
  'said.yourFloor': 'You have the floor.',
  'said.floorBack':
    '{you, select, yes {The floor has been taken back.} other {{name} no longer has the floor.}}',
  'said.handUp':
    'Your hand is up. You are {order, selectordinal, =1 {first} =2 {second} =3 {third} one {#st} two {#nd} few {#rd} other {#th}}.',
  'said.handDown': 'Your hand is down.',
  'said.cameIn':
    '{name} came in as {role, select, leader {leader} coLeader {co-leader} observer {observer and can hear} supervisor {supervisor and can hear} other {member}}.',
  'said.reconnecting': '{name} is reconnecting.',
  'said.isBack': '{name} is back.',
  'said.left': '{name} has left.',
  'said.backInCircle': 'You are back in the circle after a break in the line. The phase is {phase}.',
  'said.asksIn': '{name} asks to come in.',
  'said.confirmed': '{name}’s microphone is closed.',
  'said.waits': '{name} waits at the door.',
  'said.doorOpen': 'The door is open.',
  'said.doorClosed': 'The door is closed.',
  'said.ending': 'A leader ends the session in about a minute.',
  'said.kept': 'The session stays open.',
  'said.told': 'The leaders have been told.',
  'said.seen': 'The leaders have seen it.',
  'said.presenterGone': 'The presenter’s line has been gone for 30 seconds.',
  'said.timePassed': 'The time for {phase} has passed. Nothing changes until you say so.',
  'said.mic': '{on, select, yes {Your microphone is open.} other {Your microphone is closed.}}',
  'said.cam': '{on, select, yes {Your camera is on.} other {Your camera is off.}}',
  // Shown to leaders, too.
  'leader.missed':
    '{name} is back and silent. {minutes, plural, =0 {Less than a minute} one {# minute} other {# minutes}} missed.',
  'leader.thePresenter': 'The presenter',
  'leader.micNotClosed': '{name}’s microphone is not closed yet. Please wait a moment.',
  'leader.camNotOff': '{name}’s camera is not off yet. Please wait a moment.',
  'leader.notReady': '{name}’s sound or picture is not ready yet. Please wait a moment.',
  'leader.disguised':
    'The program of {name} tried to send sound past the rules of this room. It was stopped.',
} as const;
