// A plain coloured figure in place of a person's camera; it runs in the page, before anything else.

/** Wall, clothes, skin and hair, in the order in which people come. */
const LOOKS = [
  ['#cfd8c8', '#2f4f4a', '#e3b590', '#5b4636'],
  ['#d9cdb8', '#7a3b2e', '#8d5a3c', '#241a15'],
  ['#b9c7d3', '#34425a', '#c98f66', '#1f1b1a'],
  ['#e0d2cf', '#56415f', '#f0c9a5', '#2b2421'],
  ['#c5cfc0', '#8a6a2b', '#6f452c', '#161210'],
  ['#d3d0c6', '#3d5a3c', '#edc3a0', '#a98a5b'],
] as const;

/** What a page needs to draw the person who came as the nth. */
export const lookOf = (nth: number): readonly string[] => LOOKS[nth % LOOKS.length] ?? [];

/** Every camera that the page opens shows the figure. */
export const showFigure = ([wall = '', clothes = '', skin = '', hair = '']: readonly string[]): void => {
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  const draw = (brush: CanvasRenderingContext2D): void => {
    const oval = (colour: string, y: number, across: number, down: number): void => {
      brush.fillStyle = colour;
      brush.beginPath();
      brush.ellipse(320, y, across, down, 0, 0, 2 * Math.PI);
      brush.fill();
    };
    brush.fillStyle = wall;
    brush.fillRect(0, 0, 640, 360);
    oval(clothes, 410, 190, 165);
    oval(hair, 138, 80, 96);
    oval(skin, 165, 62, 80);
  };
  mediaDevices.getUserMedia = async (wanted) => {
    if (!wanted?.video) return real(wanted);
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const brush = canvas.getContext('2d');
    if (brush !== null) setInterval(() => draw(brush), 200);
    const sound = wanted.audio ? await real({ audio: wanted.audio }) : new MediaStream();
    return new MediaStream([...canvas.captureStream(5).getTracks(), ...sound.getTracks()]);
  };
};
