// The words of each kind of step: a new kind has its words here, and its name beside the others in en-words.ts.

export const phases = {
  'centre.arrive.title': 'Arriving',
  'centre.arrive.text': 'Settle in. We begin shortly.',
  'centre.arrive.sub': '',
  'may.arrive.title': 'You may speak',
  'may.arrive.text': 'Whenever you like.',
  'said.arrive': 'Arriving.',
  'right.arrive': 'Everybody may speak.',

  'centre.quiet.title': 'A quiet minute',
  'centre.quiet.text': 'Nobody speaks. There is nothing to do.',
  'centre.quiet.sub': '',
  'may.quiet.title': 'You may speak',
  'may.quiet.text': 'Whenever you like.',
  'said.quiet': 'A quiet minute.',
  'right.quiet': 'You may speak.',

  'centre.round.title': 'A round',
  'centre.round.text': 'A word from each, in any order. It is enough to say that you are here.',
  'centre.round.sub': '',
  'may.round.title': 'You may speak',
  'may.round.text': 'A word from each.',
  'said.round': 'A round.',
  'right.round': 'Everybody may speak.',

  'centre.call.title': 'Who has a case?',
  'centre.call.text': 'Somebody you keep thinking of is reason enough.',
  'centre.call.sub': '',
  'may.call.title': 'You may speak',
  'may.call.text': 'Whenever you like.',
  'said.call': 'Who has a case?',
  'right.call': 'You may speak.',

  'centre.presentation.title': 'Presentation',
  'centre.presentation.text':
    '{who, select, you {You tell the case from memory. Take your time.} gone {The presenter’s chair is empty.} other {{name} tells the case from memory. Let the story be as it is.}}',
  'centre.presentation.sub': '',
  'may.presentation.title': '{who, select, you {You have the floor} other {You may speak}}',
  'may.presentation.text':
    '{who, select, you {Take your time.} named {{name} is telling the case.} other {The case is being told.}}',
  'said.presentation':
    'Presentation. {who, select, you {You have the floor.} gone {The presenter’s chair is empty.} other {{name} is telling the case.}}',
  'right.presentation': '{who, select, you {} other {You may speak.}}',

  'centre.questions.title': 'Questions',
  'centre.questions.text':
    '{who, select, you {Short questions of fact. Answer as much as you like.} gone {The presenter’s chair is empty.} other {Short questions of fact to {name}. No advice yet.}}',
  'centre.questions.sub': '',
  'may.questions.title': 'You may speak',
  'may.questions.text': 'Questions of fact, short.',
  'said.questions': 'Questions. Short questions of fact.',
  'right.questions': 'You may speak.',

  'centre.pushBack.title': 'Push-back',
  'centre.pushBack.text':
    '{who, select, gone {The presenter’s chair is empty.} other {{name} only listens now. Stay with the patient and the clinician in the story.}}',
  'centre.pushBack.sub': '',
  'may.pushBack.title': 'You may speak',
  'may.pushBack.text': 'Whenever you like.',
  'said.pushBack':
    'Push-back. {who, select, gone {The presenter’s chair is empty.} other {{name} moves the chair back.}}',
  'right.pushBack': 'You may speak.',

  'centre.discussion.title': 'Discussion',
  'centre.discussion.text': 'Imagine aloud: this patient, this clinician, what is between them.',
  'centre.discussion.sub':
    '{who, select, gone {The presenter’s chair is empty.} other {{chair, select, circle {{who, select, you {You stay in the circle, and may speak.} other {{name} stays in the circle, and may speak.}}} other {{name} only listens now. Stay with the patient and the clinician in the story.}}}}',
  'may.discussion.title': 'You may speak',
  'may.discussion.text': 'Speak when something comes. Silence is welcome.',
  'said.discussion':
    'Discussion. {who, select, gone {The presenter’s chair is empty.} other {{chair, select, circle {} other {{name} sits back and listens.}}}}',
  'right.discussion': 'You may speak.',

  'centre.return.title': 'Return',
  'centre.return.text':
    '{who, select, you {You are back. Say what you like, or nothing.} gone {The presenter’s chair is empty.} other {{name} is back, and speaks when ready.}}',
  'centre.return.sub': '',
  'may.return.title': 'You may speak',
  'may.return.text': 'Whenever you like.',
  'said.return':
    'Return. {who, select, gone {The presenter’s chair is empty.} other {{name} is back, and speaks when ready.}}',
  'right.return': '{who, select, named {} other {You may speak.}}',

  'centre.talk.title': 'Process talk',
  'centre.talk.text': 'The case is over. How did we work together, and how was it led?',
  'centre.talk.sub': '',
  'may.talk.title': 'You may speak',
  'may.talk.text': 'About our work, not about the case.',
  'said.talk': 'Process talk, about our work together.',
  'right.talk': 'You may speak.',

  'centre.closing.title': 'Closing',
  'centre.closing.text': 'A last word, for whoever would like one. We end on time.',
  'centre.closing.sub': '',
  'may.closing.title': 'You may speak',
  'may.closing.text': 'Whenever you like.',
  'said.closing': 'Closing.',
  'right.closing': 'Everybody may speak.',

  'centre.break.title': 'Break',
  'centre.break.text': 'A pause between two cases. Nobody watches the clock.',
  'centre.break.sub': '',
  'may.break.title': 'You may speak',
  'may.break.text': 'Whenever you like.',
  'said.break': 'Break.',
  'right.break': 'Everybody may speak.',

  'centre.leaving.title': 'Stay a while',
  'centre.leaving.text': 'The evening has ended. You may stay and talk, without the leaders.',
  'centre.leaving.sub': '',
  'may.leaving.title': 'You may speak',
  'may.leaving.text': 'Nobody leads here.',
  'said.leaving': 'The evening has ended. You may stay and talk, without the leaders.',
  'right.leaving': '',

  'centre.debrief.title': 'Leaders’ debrief',
  'centre.debrief.text':
    '{count, plural, =0 {} =1 {Only you are here.} =2 {Only you two are here.} =3 {Only you three are here.} =4 {Only you four are here.} other {Only you # are here.}} Members do not hear you, and you do not hear them.',
  'centre.debrief.sub': 'It lasts until you end it.',
  'may.debrief.title': 'You may speak',
  'may.debrief.text': 'Only those here hear you.',
  'said.debrief': 'Leaders’ debrief. Members do not hear you, and you do not hear them.',
  'right.debrief': '',
} as const;
