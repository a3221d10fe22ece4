export const more = {
  'devices.name': 'Devices',
  'devices.another': 'Choose another',
  'devices.title': 'Your microphone and camera',
  'self.doHide': 'Hide my picture from myself',
  'self.doShow': 'Show my picture to me',
  'help.ask': 'Call a leader for help',
  'site.here': 'People at this camera',
  'site.asked': '{names}: a leader has been asked.',
  'site.takeBack': 'No longer ask for {name}',
  'site.askOne': 'Ask for this person',
  'site.askText': 'A leader agrees, and everybody is told.',
} as const;
