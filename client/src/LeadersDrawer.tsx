import { type ComponentProps, lazy } from 'react';
import { Drawer } from './features/leader/Drawer.tsx';
import { LaterDialog } from './LaterDialog.tsx';

type DrawerProps = ComponentProps<typeof Drawer>;

const Ahead = lazy(() => import('./features/editor/Ahead.tsx').then((part) => ({ default: part.Ahead })));

/** The editor of what is still to come; few leaders change it, so it is fetched when they do. */
function LaterAhead(props: ComponentProps<DrawerProps['Ahead']>) {
  return (
    <LaterDialog onClose={props.onClose}>
      <Ahead {...props} />
    </LaterDialog>
  );
}

/** What only leaders see beside the circle. */
export function LeadersDrawer(props: Omit<DrawerProps, 'Ahead'>) {
  return <Drawer {...props} Ahead={LaterAhead} />;
}
