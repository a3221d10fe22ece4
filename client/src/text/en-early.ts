export const early = {
  'early.title': 'We meet on {day} at {time}',
  'early.lede':
    '{relative}, your time. {leads, select, no {} other {{leaders} {many, select, yes {lead} other {leads}}. }}The door opens at {from}.',
  'early.picture': '{day}, {hours}',
  'early.calendar': 'Put it in your calendar',
  'early.calendarText': 'With your own link, and a reminder 15 minutes before',
  'early.try': 'Try your picture and sound now',
  'early.tryText': 'Nobody sees or hears you',
  'early.doTry': 'Try them',
  'early.doStop': 'Turn them off',
  'early.wait': 'You may leave this page open. It goes to the door by itself when it is time.',
  'early.door': 'Go to the door now',
} as const;
