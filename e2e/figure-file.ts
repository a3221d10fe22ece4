// A plain coloured figure for Chromium's fake camera.

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [WIDTH, HEIGHT] = [640, 360];
type Colour = readonly [y: number, u: number, v: number];
/** Walls and clothes that are easily told apart, in the order in which people come. */
const WALLS: readonly Colour[] = [
  [190, 118, 134],
  [150, 138, 118],
  [205, 112, 128],
  [130, 132, 138],
  [175, 134, 122],
  [160, 120, 140],
  [200, 126, 122],
];
const CLOTHES: readonly Colour[] = [
  [70, 110, 150],
  [60, 150, 110],
  [95, 140, 140],
  [50, 128, 128],
  [110, 100, 150],
  [80, 120, 110],
  [65, 145, 135],
];
const SKINS: readonly Colour[] = [
  [175, 112, 148],
  [120, 112, 148],
  [190, 116, 142],
  [85, 116, 142],
  [150, 110, 150],
  [165, 114, 145],
  [105, 114, 146],
];

const inside = (
  x: number,
  y: number,
  [cx, cy]: readonly [number, number],
  [rx, ry]: readonly [number, number],
): boolean => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;

/** Head, shoulders, wall. */
const colourAt = (nth: number, x: number, y: number): Colour => {
  const of = (colours: readonly Colour[]): Colour => colours[nth % colours.length] as Colour;
  if (inside(x, y, [320, 155], [62, 80])) return of(SKINS);
  if (inside(x, y, [320, 135], [76, 90])) return [40 + ((nth * 23) % 90), 122, 134];
  if (inside(x, y, [320, 400], [185, 165])) return of(CLOTHES);
  return of(WALLS);
};

const plane = (nth: number, part: 0 | 1 | 2): Buffer => {
  const step = part === 0 ? 1 : 2;
  const [width, height] = [WIDTH / step, HEIGHT / step];
  return Buffer.from(
    Uint8Array.from(
      { length: width * height },
      (_, at) => colourAt(nth, (at % width) * step, Math.floor(at / width) * step)[part],
    ),
  );
};

/** Writes the figure of the person who came as the nth; gives the path of the video. */
export const writeFigure = async (nth: number): Promise<string> => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'tele-balint-figure-')), 'figure.y4m');
  const frame = Buffer.concat([Buffer.from('FRAME\n'), plane(nth, 0), plane(nth, 1), plane(nth, 2)]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
  return file;
};
