const type = 'video/webm';
const framesPerSecond = 30;
const bitsPerSecond = 4_000_000;

/** Whether this browser can record what is drawn as WebM. */
export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' &&
  'captureStream' in HTMLCanvasElement.prototype &&
  MediaRecorder.isTypeSupported(type);

export interface Recording {
  /** Draws the next picture of the video. */
  draw(paint: (context: CanvasRenderingContext2D) => void): void;
  /** Ends it. */
  finish(): Promise<Blob>;
}

/** Starts a video of what is going to be drawn, in a size that stays the same. */
export function startRecording(width: number, height: number): Recording {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { alpha: false });
  const recorder = new MediaRecorder(canvas.captureStream(framesPerSecond), {
    mimeType: type,
    videoBitsPerSecond: bitsPerSecond,
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  recorder.start();
  return {
    draw(paint) {
      if (context) paint(context);
    },
    async finish() {
      recorder.stop();
      await stopped;
      for (const track of recorder.stream.getTracks()) track.stop();
      return new Blob(parts, { type });
    },
  };
}
