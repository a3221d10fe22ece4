// All that only leaders see. `leading.ts` loads it when somebody leads.

export { LeadersClock } from './features/course/LeadersClock.tsx';
export { Calls } from './features/leader/Calls.tsx';
export { LeaveAsLeader } from './features/leader/LeaveAsLeader.tsx';
export { LeaderBar } from './features/leader/LeaderBar.tsx';
export { LeadersDrawer } from './LeadersDrawer.tsx';
