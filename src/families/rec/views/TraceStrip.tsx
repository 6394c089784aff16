import { type KeyboardEvent, type PointerEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useThemeColours } from '../../../canvas/themeColours';
import { useBox } from '../../../canvas/useBox';
import type { Messages } from '../../../i18n/en';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { Trace } from '../view';
import { drawBars, drawBelief, drawExpected, drawSymbols } from './drawStrip';
import { HeatBand } from './HeatBand';
import type { Heat } from './heatOf';
import { StripBand } from './StripBand';
import type { Strip } from './strip';
import { layOutSteps, scrollFor, stepUnder, visibleSteps } from './stripLayout';
import { beliefWidth, inputWidth } from './traceReading';

interface Props {
  readonly trace: Trace;
  /** What is shown of the units. */
  readonly heat: Heat;
  /** Names of the numbers that are read; none where symbols are. */
  readonly columns: readonly string[];
  /** Colours of numbers that are read and said. */
  readonly numbers: Heat['look'];
  readonly cursor: number;
  readonly onCursor: (step: number) => void;
  /** What stands at the cursor, in words. */
  readonly spoken: string;
  /** Whether what comes after the cursor has not happened yet. */
  readonly unfolding: boolean;
}

/** CSS pixels of a step at least: of symbols, and of numbers alone. */
const [leastForSymbols, leastForNumbers] = [12, 6];
const stateHeight = 156;
const keySteps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 };

/** Height of some rows of numbers: each to be seen, all together not too high. */
const rowsHeight = (rows: number) => Math.max(14, Math.min(96, rows * 12));

/** As many columns are named one by one. */
const mostNamed = 4;

function readingTitle(columns: readonly string[], words: Messages['recView']): string {
  if (columns.length === 0) return words.reads;
  if (columns.length === 1) return formatMessage(words.readsOne, { column: columns[0] ?? '' });
  return columns.length <= mostNamed
    ? formatMessage(words.readsColumns, { columns: columns.join(', ') })
    : formatMessage(words.readsMany, { count: columns.length });
}

/** A sequence from left to right: what is read, what the units do, what is believed, what was right. */
export function TraceStrip({ trace, heat, columns, numbers, cursor, onCursor, spoken, unfolding }: Props) {
  const { recView: words } = useMessages();
  const colours = useThemeColours();
  const scroller = useRef<HTMLDivElement>(null);
  const box = useBox(scroller);
  const [scroll, setScroll] = useState(0);
  const { steps, inputs, answers, asked, expected, fade } = trace;
  const symbols = inputs instanceof Float32Array ? null : inputs;
  const width = box?.width ?? 0;
  const layout = useMemo(
    () => layOutSteps(width, steps, symbols || answers.length > 0 ? leastForSymbols : leastForNumbers),
    [width, steps, symbols, answers],
  );
  const strip = useMemo<Strip | null>(() => {
    if (!box) return null;
    const shown = Math.min(width, layout.total);
    return {
      box: { ...box, width: shown },
      pitch: layout.pitch,
      scroll,
      ...visibleSteps(layout, scroll, shown, steps),
    };
  }, [box, width, layout, scroll, steps]);

  // Keys and slow motion may lead out of sight; a pointer is where it is.
  const pointed = useRef(-1);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && pointed.current !== cursor) {
      element.scrollLeft = scrollFor(layout, cursor, element.scrollLeft, width);
    }
    pointed.current = -1;
  }, [layout, cursor, width]);

  const read = useCallback(
    (context: CanvasRenderingContext2D, part: Strip) => drawSymbols(context, part, symbols ?? [], colours),
    [symbols, colours],
  );
  const believe = useCallback(
    (context: CanvasRenderingContext2D, part: Strip) => drawBelief(context, part, trace, colours),
    [trace, colours],
  );
  const expect = useCallback(
    (context: CanvasRenderingContext2D, part: Strip) => drawExpected(context, part, trace, colours),
    [trace, colours],
  );
  const bars = useCallback(
    (context: CanvasRenderingContext2D, part: Strip) => drawBars(context, part, fade, colours),
    [fade, colours],
  );
  const read0 = useMemo(
    () => ({ values: symbols ? [] : (inputs as Float32Array), rows: inputWidth(trace) }),
    [symbols, inputs, trace],
  );
  const said = useMemo(() => ({ values: trace.belief, rows: beliefWidth(trace) }), [trace]);

  const point = (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointermove' && (event.pointerType !== 'mouse' || unfolding)) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    const step = stepUnder(layout, event.clientX - left, steps);
    pointed.current = step;
    onCursor(step);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const places: Readonly<Record<string, number>> = { Home: 0, End: steps - 1 };
    const by = keySteps[event.key];
    const to = by === undefined ? places[event.key] : cursor + by;
    if (to === undefined) return;
    event.preventDefault();
    onCursor(Math.max(0, Math.min(steps - 1, to)));
  };
  const right = expected.some((answer, step) => answer !== '' && asked[step]);

  return (
    <div
      className="strip"
      data-scrolls={layout.total > width + 1 || undefined}
      ref={scroller}
      onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
    >
      <div
        className="strip-all"
        style={{ width: layout.total }}
        role="slider"
        tabIndex={0}
        aria-label={words.stripLabel}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, steps)}
        aria-valuenow={cursor + 1}
        aria-valuetext={spoken}
        onPointerMove={point}
        onPointerDown={point}
        onKeyDown={press}
      >
        {strip && (
          <div className="strip-seen" style={{ width: strip.box.width }} aria-hidden="true">
            <p>{readingTitle(columns, words)}</p>
            {symbols ? (
              <StripBand strip={strip} height={26} draw={read} />
            ) : (
              <HeatBand strip={strip} height={rowsHeight(read0.rows)} columns={read0} {...numbers} />
            )}
            <p>{heat.title}</p>
            <HeatBand strip={strip} height={stateHeight} columns={heat.columns} {...heat.look} />
            <p>{answers.length > 0 ? words.believes : words.forecastsAhead}</p>
            {answers.length > 0 ? (
              <StripBand strip={strip} height={42} draw={believe} />
            ) : (
              <HeatBand strip={strip} height={rowsHeight(said.rows)} columns={said} {...numbers} />
            )}
            {right && (
              <>
                <p>{words.expected}</p>
                <StripBand strip={strip} height={22} draw={expect} />
              </>
            )}
            <p>{words.fade}</p>
            <StripBand strip={strip} height={30} draw={bars} />
            {unfolding && <i className="strip-veil" style={{ left: (cursor + 1) * strip.pitch - scroll }} />}
            <i className="strip-cursor" style={{ left: cursor * strip.pitch - scroll, width: strip.pitch }} />
          </div>
        )}
      </div>
    </div>
  );
}
