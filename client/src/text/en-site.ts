// Several people at one camera: in the lobby, at the door, in the circle and at their own page.

const COUNT =
  '{count, plural, =2 {both of you} =3 {all three of you} =4 {all four of you} =5 {all five of you} other {all six of you}}';

export const site = {
  'site.more': 'More people at this camera?',
  'site.name': 'Your site',
  'site.nameFault': 'Please write what your site is called.',
  'site.people': 'Who else is at this camera',
  'site.person': 'Name of another person',
  'site.personFault': 'Please write their name, or take this line out.',
  'site.professionOf': '{name, select, none {} other {of {name}}}',
  'site.remove': '{name, select, none {Take out this line} other {Take out {name}}}',
  'site.takeOut': 'Take out',
  'site.add': 'Add a person',
  'site.upTo': 'up to six',
  'site.share':
    'Each has a named place. You share one microphone: if one of you presents and sits back, it rests for all of you.',
  'site.ask':
    '{count, plural, =2 {Both ask to come in} =3 {All three ask to come in} =4 {All four ask to come in} =5 {All five ask to come in} other {All six ask to come in}}',
  'site.together': 'A leader lets you in together, by name.',
  'site.doorAs': 'You ask together as {names}, at {site}.',

  'site.spoken': '{site}, one camera: {names}',
  'site.you': 'you: {names}',
  'site.keptName': '{name}’s place',
  'site.sitsBack': '{name} sits back',
  'site.chair': '{name}, at {site}',
  'site.listens': '{site} listens',
  'site.listensShort': 'Listens',
  'site.apart': '{name} sits apart',
  'site.apartShort': 'Apart',
  'site.hand': '{name}: {hand}',
  'site.hasFloor': '{name} has the floor',
  'site.alsoListen':
    '{count, plural, one {{names} listens too: {site} has one microphone.} other {{names} listen too: {site} has one microphone.}}',

  'site.who': 'Who?',
  'site.whoText': 'You share this camera. Who is it?',
  'site.raiseHand': 'Raise the hand of {name}',
  'site.lowerHand': 'Lower the hand of {name}',
  'site.offerCase': '{name} has a case',
  'site.withdrawOffer': '{name} takes it back',
  'site.other': '{name}',
  'site.leaveWho': 'Who leaves?',
  'site.leaveText': 'Whoever stays keeps this camera. The place of whoever leaves is kept too.',
  'site.leaveOne': '{name} leaves',
  'site.leaveAll':
    '{count, plural, =2 {Both leave} =3 {All three leave} =4 {All four leave} =5 {All five leave} other {All six leave}}',

  'site.backTitle': '{name} sits back',
  'site.backSub': `The microphone of {site} is closed for ${COUNT} until {name} is back. Only the leaders see “{name} needs to come in”.`,
  'site.nobodyHears': 'Nobody can hear any of you.',
  'site.need': '{name} needs to come in',
  'site.needNow': '{name} comes in now',
  'site.apartSub': '{name} listens apart from your microphone. {site} may speak.',
  'site.before': `When {name} sits back, the microphone of {site} rests for ${COUNT}. Whoever wants to speak then comes in with a device of their own.`,
  'site.beforeApart': 'The leaders know that {name} sits apart: {site} may speak while {name} sits back.',

  'said.siteCame': '{site} came in: {names}.',
  'said.siteJoined': '{name} joined at {site}.',
  'said.siteAway': '{site} is reconnecting.',
  'said.siteBack': '{site} is back.',
  'said.ownDevice': '{name} is here with a device of their own now.',
  'said.apart': '{name} sits apart. {site} may speak.',
  'said.notApart': '{site} listens while {name} sits back.',
  'said.siteChosen': '{name} has been chosen and presents the case.',
  'said.siteSitsBack':
    '{name} sits back. {site} hears everyone. Nobody can hear any of you until {name} is back.',
  'said.siteSitsBackPending':
    '{name} sits back. The microphone of {site} is being put to rest. You may still be heard.',
  'said.siteNobodyHears': 'Nobody can hear any of you until {name} is back.',
  'said.siteReturned': '{name} is back. {site} may speak. Open your microphone when you are ready.',
  'said.siteFloor': '{name} has the floor, by your microphone.',
  'said.siteHandUp': 'The hand of {name} is up.',
  'said.siteHandDown': 'The hand of {name} is down.',
} as const;
