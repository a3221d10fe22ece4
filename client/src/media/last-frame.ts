// The last frame of a picture, for when it drops. LiveKit's client empties the element before anybody hears of it, so a
// frame is taken every second, small: it is shown softened.

const WIDTH = 96;
const EVERY = 1_000;

type Video = Pick<HTMLVideoElement, 'readyState' | 'videoWidth' | 'videoHeight'> & CanvasImageSource;
type Canvas = Pick<HTMLCanvasElement, 'width' | 'height' | 'dataset'> & {
  getContext(kind: '2d'): Pick<CanvasRenderingContext2D, 'drawImage'> | null;
};

/** Takes the frame that a video shows now, if it shows one. */
export const takeFrame = (video: Video, canvas: Canvas): void => {
  const { readyState, videoWidth, videoHeight } = video;
  if (readyState < 2 || videoWidth === 0) return;
  canvas.width = WIDTH;
  canvas.height = Math.round((WIDTH * videoHeight) / videoWidth);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  canvas.dataset['kept'] = '';
};

/** Nothing is left of it. */
export const forgetFrame = (canvas: Canvas): void => {
  canvas.width = 0;
  delete canvas.dataset['kept'];
};

/** Takes frames as long as a video shows some; gives back how to stop. */
export const takeFrames = (video: HTMLVideoElement, canvas: HTMLCanvasElement): (() => void) => {
  const take = () => takeFrame(video, canvas);
  video.addEventListener('playing', take);
  const timer = setInterval(take, EVERY);
  return () => {
    video.removeEventListener('playing', take);
    clearInterval(timer);
  };
};
