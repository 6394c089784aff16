import { cssColour, mix } from '../../../canvas/colour';
import { type Columns, paintColumns } from '../../../canvas/heat';
import { traceMark } from '../../../canvas/marks';
import type { Scale } from '../../../canvas/paintField';
import type { ThemeColours } from '../../../canvas/themeColours';
import { classHue, classSign } from '../../../views/marks';
import type { Trace } from '../view';
import { gapOf, type Strip, stepBox } from './strip';
import { symbolText } from './symbolText';
import { isRight, topAnswer } from './traceReading';

type Context = CanvasRenderingContext2D;

/** What is faint: signs that stand for blanks. */
const isBlank = (symbol: string) => symbol === ' ' || symbol === '\n' || symbol === '';

/** Centres what is written, and gives the font for a weight. */
function prepareText(context: Context, pitch: number): (weight: number) => string {
  const family = getComputedStyle(context.canvas).fontFamily;
  const size = Math.max(9, Math.min(15, pitch * 0.82));
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  return (weight) => `${weight} ${size}px ${family}`;
}

/** Whether all answers can be written in the cells: words and marks side by side would be read as different things. */
function areWritten(context: Context, { answers }: Trace, { pitch }: Strip): boolean {
  return answers.every((answer) => {
    const text = symbolText(answer);
    return Array.from(text).length === 1 || context.measureText(text).width <= pitch - gapOf(pitch) - 2;
  });
}

/** An answer in writing, or by the mark of its class. */
function drawAnswer(
  context: Context,
  { answer, place, answers }: { readonly answer: string; readonly place: number; readonly answers: number },
  at: { readonly x: number; readonly y: number; readonly width: number; readonly written: boolean },
  colours: ThemeColours,
): void {
  if (at.written) {
    context.fillText(symbolText(answer), at.x, at.y + 1);
    return;
  }
  traceMark(context, classSign(place, answers).shape, at.x, at.y, Math.max(2.5, Math.min(6, at.width * 0.3)));
  context.fillStyle = cssColour(classHue(place, answers, colours));
  context.fill();
}

function cell(context: Context, left: number, top: number, width: number, height: number, radius: number): void {
  context.beginPath();
  context.roundRect(left, top, width, height, Math.min(radius, width / 3));
  context.fill();
}

/** One symbol in each cell. */
export function drawSymbols(context: Context, strip: Strip, symbols: readonly string[], colours: ThemeColours): void {
  const { height } = strip.box;
  context.font = prepareText(context, strip.pitch)(600);
  for (let step = strip.from; step < strip.to; step++) {
    const { left, width } = stepBox(strip, step);
    const symbol = symbols[step] ?? '';
    context.fillStyle = cssColour(colours.well);
    cell(context, left, 0, width, height, 5);
    context.fillStyle = cssColour(isBlank(symbol) ? mix(colours.well, colours.soft, 0.6) : colours.ink);
    context.fillText(symbolText(symbol), left + width / 2, height / 2 + 1);
  }
}

/** A matrix as colours, its columns the steps. `picture` holds its pixels before they are stretched. */
export function drawHeat(
  context: Context,
  strip: Strip,
  columns: Columns,
  picture: HTMLCanvasElement,
  table: Uint32Array,
  scale: Scale,
  ground: string,
): void {
  const { from, to, pitch, scroll, box } = strip;
  const shown = Math.min(columns.rows, Math.max(1, Math.round(box.height * box.ratio)));
  if (to <= from || shown === 0) return;
  if (picture.width !== to - from || picture.height !== shown) {
    picture.width = to - from;
    picture.height = shown;
  }
  const target = picture.getContext('2d');
  const image = target?.createImageData(to - from, shown);
  if (!target || !image) return;
  paintColumns(columns, strip, shown, new Uint32Array(image.data.buffer), table, scale);
  target.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, from * pitch - scroll, 0, (to - from) * pitch, box.height);
  context.fillStyle = ground;
  const gap = gapOf(pitch);
  for (let step = from; gap > 0 && step < to; step++) {
    const { left, width } = stepBox(strip, step);
    context.fillRect(left + width, 0, gap, box.height);
  }
}

/** The likeliest answer of each step, and below it how likely. Wrong ones are warm and struck out. */
export function drawBelief(context: Context, strip: Strip, trace: Trace, colours: ThemeColours): void {
  const { height } = strip.box;
  const font = prepareText(context, strip.pitch);
  const barRoom = 16;
  const textHeight = height - barRoom - 3;
  context.font = font(650);
  const written = areWritten(context, trace, strip);
  for (let step = strip.from; step < strip.to; step++) {
    const top = topAnswer(trace, step);
    if (!top) continue;
    const { left, width } = stepBox(strip, step);
    const right = isRight(trace, step);
    const hue = right === null ? colours.soft : right ? colours.cool : colours.warm;
    const strength = right === null ? 0.1 : 0.14 + 0.3 * top.probability;
    context.fillStyle = cssColour(mix(colours.card, hue, strength));
    cell(context, left, 0, width, textHeight, 5);
    context.font = font(right === null ? 500 : 650);
    context.fillStyle = cssColour(right === null ? colours.soft : colours.ink);
    drawAnswer(
      context,
      { ...top, answers: trace.answers.length },
      { x: left + width / 2, y: textHeight / 2, width, written },
      colours,
    );
    if (right === false) {
      context.fillStyle = cssColour(colours.warm);
      context.fillRect(left, textHeight - 2.5, width, 2.5);
    }
    const bar = Math.max(1, top.probability * barRoom);
    context.fillStyle = cssColour(mix(colours.card, hue, right === null ? 0.5 : 0.85));
    context.fillRect(left + width * 0.2, height - bar, width * 0.6, bar);
  }
}

/** What was to be said, where something was: with a ring where something else was believed. */
export function drawExpected(context: Context, strip: Strip, trace: Trace, colours: ThemeColours): void {
  const { height } = strip.box;
  const font = prepareText(context, strip.pitch);
  context.font = font(650);
  const written = areWritten(context, trace, strip);
  context.font = font(600);
  for (let step = strip.from; step < strip.to; step++) {
    if (!trace.asked[step]) continue;
    const { left, width } = stepBox(strip, step);
    const answer = trace.expected[step] ?? '';
    const right = isRight(trace, step);
    if (right === false) {
      context.strokeStyle = cssColour(colours.warm);
      context.lineWidth = 1.5;
      context.beginPath();
      context.roundRect(left + 0.75, 0.75, width - 1.5, height - 1.5, Math.min(5, width / 3));
      context.stroke();
    }
    context.fillStyle = cssColour(isBlank(answer) ? colours.soft : colours.ink);
    drawAnswer(
      context,
      { answer, place: trace.answers.indexOf(answer), answers: trace.answers.length },
      { x: left + width / 2, y: height / 2, width, written },
      colours,
    );
  }
}

/** A bar per step, 0 … 1 of the height. */
export function drawBars(context: Context, strip: Strip, values: Float32Array, colours: ThemeColours): void {
  const { height } = strip.box;
  for (let step = strip.from; step < strip.to; step++) {
    const { left, width } = stepBox(strip, step);
    const bar = Math.max(1, Math.min(1, values[step] ?? 0) * height);
    context.fillStyle = cssColour(colours.well);
    context.fillRect(left, 0, width, height);
    context.fillStyle = cssColour(mix(colours.card, colours.test, 0.8));
    context.fillRect(left, height - bar, width, bar);
  }
}
