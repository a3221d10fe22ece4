import { useAnnouncements } from './state/use-session.ts';
import { LiveRegion } from './ui/LiveRegion.tsx';

/** The two regions that speak. They stand as long as the tab, whatever page it shows. */
export function LiveRegions() {
  const { polite, urgent } = useAnnouncements();
  return (
    <>
      <LiveRegion said={polite} />
      <LiveRegion said={urgent} urgent />
    </>
  );
}
