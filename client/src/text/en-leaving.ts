// After the end: the members' time to stay, the leaders' debrief.

export const leaving = {
  'leaving.bar': 'The evening has ended',
  'leaving.more':
    'About {minutes, plural, =1 {one minute} =2 {two minutes} =3 {three minutes} =4 {four minutes} =5 {five minutes} =6 {six minutes} =7 {seven minutes} =8 {eight minutes} =9 {nine minutes} =10 {ten minutes} =11 {eleven minutes} =12 {twelve minutes} =13 {thirteen minutes} =14 {fourteen minutes} =15 {fifteen minutes} =20 {twenty minutes} =30 {thirty minutes} other {# minutes}} more.',
  'leaving.last': 'The last minute. Then the room closes for everybody.',
  'leaving.asked': 'Somebody asked for five more already.',
  'leaving.goodbye': 'Say goodbye',
  'leaving.five': 'Five more',
  'leaving.fiveShort': '5 more',
  'leaving.once': 'once, for all',
  'leaving.doAsk': 'Ask for five minutes more, once for all of you',
  'said.last': 'The last minute. Then the room closes for everybody.',
  'said.more': 'Five minutes more. You may stay until {time}.',
  'debrief.end': 'End the debrief…',
  'debrief.question': 'End the debrief?',
  'debrief.text': 'It ends at once, for everybody who is here. The members are not disturbed by it.',
  'debrief.yes': 'End the debrief',
  'ending.stay':
    '{minutes, plural, =0 {Then the leaders have their debrief.} one {Then you may stay and talk for about # minute.} other {Then you may stay and talk for about # minutes.}}',
} as const;
