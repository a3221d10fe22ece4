import { spread } from './figures.ts';

/** Measures ours and the bare one by turns, so that both meet the same machine; says how far each of them spreads. */
export const inPairs = async (
  pairs: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ readonly ours: readonly number[]; readonly bare: readonly number[] }> => {
  const figures = { ours: [] as number[], bare: [] as number[] };
  for (let pair = 0; pair < pairs; pair += 1) {
    figures.ours.push(await ours());
    figures.bare.push(await bare());
  }
  console.log(`ours: ${spread(figures.ours)}`);
  console.log(`bare: ${spread(figures.bare)}`);
  return figures;
};
