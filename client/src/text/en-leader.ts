export const leader = {
  'leader.steps': 'Go to a phase',
} as const;
