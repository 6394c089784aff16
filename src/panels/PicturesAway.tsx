import { useEffect, useRef, useState } from 'react';
import { usePlayground } from '../app/context';
import { attempt } from '../app/refusal';
import { drawOnPaper, pngOf, readableSheet } from '../canvas/pictureFile';
import { canRecord, type Recording, startRecording } from '../canvas/recorder';
import { formatSteps } from '../charts/figures';
import { columnsShown } from '../families/gen/view';
import { isImitated } from '../families/info';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { type PlaygroundState, playgroundStore } from '../store/playground';
import { download } from './download';
import { fileStem } from './fileStem';

/** Pixels below the pictures of a video, for the step. */
const footer = 28;

/** The pictures of the same noise as they are, on a sheet; null where there are none. */
function sheetOf({ run, frame: shown }: Pick<PlaygroundState, 'run' | 'frame'>) {
  if (!run || run.config.family !== 'gen' || !isImitated(run.info) || run.info.imitates !== 'pictures') return null;
  const frame = shown?.frame;
  if (frame?.kind !== 'pictures') return null;
  const told = run.config.model.conditional ? run.info.classes.length : 0;
  return readableSheet(frame.fixed, run.info.size, columnsShown(told));
}

/** Takes home the pictures that are made: as they are, or how they came to be. */
export function PicturesAway() {
  const { panels } = useMessages();
  const words = panels.picturesAway;
  const hasPictures = usePlayground(({ run, frame }) => frame?.frame.kind === 'pictures' && run !== null);
  const [seconds, setSeconds] = useState<number | null>(null);
  const recording = useRef<Recording | null>(null);
  const able = canRecord();

  const savePng = async () => {
    const sheet = sheetOf(playgroundStore.getState());
    if (sheet) download(`${fileStem()}-pictures.png`, 'image/png', await pngOf(sheet));
  };

  const record = () => {
    const first = sheetOf(playgroundStore.getState());
    if (!first) return;
    recording.current = startRecording(first.width, first.height + footer);
    setSeconds(0);
  };
  const save = async () => {
    const video = await recording.current?.finish();
    recording.current = null;
    setSeconds(null);
    if (video) download(`${fileStem()}-progress.webm`, 'video/webm', video);
  };

  const busy = seconds !== null;
  useEffect(() => {
    if (!busy) return;
    const draw = (state: PlaygroundState) => {
      const sheet = sheetOf(state);
      if (!sheet || !state.frame) return;
      const { step } = state.frame;
      recording.current?.draw((context) => {
        const { width, height } = context.canvas;
        context.fillStyle = '#fff';
        context.fillRect(0, 0, width, height);
        drawOnPaper(context, sheet);
        context.fillStyle = '#141820';
        context.font = '15px system-ui, sans-serif';
        context.fillText(formatMessage(words.step, { step: formatSteps(step) }), 6, height - 9);
      });
    };
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 1000);
    const unsubscribe = playgroundStore.subscribe((state, before) => {
      if (state.frame !== before.frame) draw(state);
    });
    draw(playgroundStore.getState());
    return () => {
      unsubscribe();
      clearInterval(timer);
    };
  }, [busy, words]);

  if (!hasPictures && !busy) return null;
  return (
    <>
      <button type="button" className="quiet" title={words.pngHelp} onClick={() => attempt(savePng())}>
        {words.png}
      </button>
      <button
        type="button"
        className="quiet"
        title={able ? words.webmHelp : words.noRecorder}
        disabled={!able}
        aria-pressed={able ? busy : undefined}
        onClick={() => (busy ? attempt(save()) : record())}
      >
        {busy ? formatMessage(words.saveVideo, { seconds }) : words.webm}
      </button>
      {!able && <small>{words.noRecorder}</small>}
    </>
  );
}
