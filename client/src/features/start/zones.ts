// Time zones by the names of their cities, as people say them.

/** The zone of this browser. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "Buenos Aires" of "America/Argentina/Buenos_Aires". */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

export type Region = { readonly name: string; readonly zones: readonly string[] };

/** Every zone that this browser knows, by continent, each in the order of its cities; none where it tells none. */
export const regions = (): readonly Region[] => {
  const all = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  const byName = new Map<string, string[]>();
  for (const zone of all.filter((one) => one.includes('/'))) {
    const name = zone.split('/')[0] ?? '';
    byName.set(name, [...(byName.get(name) ?? []), zone]);
  }
  return [...byName].map(([name, zones]) => ({
    name,
    zones: zones.toSorted((a, b) => cityOf(a).localeCompare(cityOf(b))),
  }));
};
