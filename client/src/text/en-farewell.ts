export const farewell = {
  'farewell.pageTitle': 'Goodbye',
} as const;
