import './inside.css';
import { useCallback, useMemo, useState } from 'react';
import { Icon } from '../../../app/Icon';
import { useThemeColours } from '../../../canvas/themeColours';
import { formatTick } from '../../../charts/figures';
import { Segmented } from '../../../charts/Segmented';
import type { SequenceInfo } from '../../../data/sequences/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { ViewCard } from '../../../views/ViewCard';
import type { Trace } from '../view';
import { ExampleChooser } from './ExampleChooser';
import { fadeSentence } from './fadeSentence';
import { nameOfGate } from './gateNames';
import { heatOf, numberLook } from './heatOf';
import { LayerChooser } from './LayerChooser';
import type { Looking } from './looking';
import { isPen, penWay } from './pen';
import { stepSentence } from './stepSentence';
import { TraceStrip } from './TraceStrip';
import { firstLook } from './traceReading';
import { Unrolled } from './Unrolled';
import { useSlowMotion } from './useSlowMotion';
import { useStillTrace } from './useStillTrace';

interface Props extends Looking {
  readonly info: SequenceInfo;
  readonly trace: Trace;
  /** How many sequences there are to look into. */
  readonly count: number;
  /** Whether half of the units read from the end. */
  readonly bidirectional: boolean;
}

/** One sequence, and what goes on in the network while it reads it. */
export function InsideView({ info, trace: latest, count, bidirectional, look, onLook }: Props) {
  const { recView: words } = useMessages();
  const colours = useThemeColours();
  const [wanted, setWanted] = useState('state');
  const [place, setPlace] = useState<number | null>(null);
  const step = Math.max(0, Math.min(latest.steps - 1, place ?? firstLook(latest)));
  const { playing, start, stop } = useSlowMotion(latest.steps, step, setPlace);
  const trace = useStillTrace(latest, step, playing);
  const part = wanted in trace.gates ? wanted : 'state';
  const { input } = info;

  const heat = useMemo(() => {
    const title = part === 'state' ? words.stateOf : words.gateOf;
    return heatOf(trace, part, formatMessage(title, { units: trace.units, gate: nameOfGate(part, words) }), colours);
  }, [trace, part, words, colours]);
  const stateLook = useMemo(
    () => (part === 'state' ? heat : heatOf(trace, 'state', '', colours)).look,
    [trace, part, heat, colours],
  );
  const numbers = useMemo(() => numberLook(colours), [colours]);
  const columns = useMemo(() => (input.kind === 'numbers' ? input.columns.map(({ name }) => name) : []), [input]);
  const pen = useMemo(() => {
    const { inputs } = trace;
    if (input.kind !== 'numbers' || !(inputs instanceof Float32Array)) return null;
    return isPen(columns) ? penWay(inputs, input.scales) : null;
  }, [trace, input, columns]);
  const sentence = stepSentence(trace, step, words);
  const move = useCallback((to: number) => setPlace(to), []);
  const go = (by: number) => {
    stop();
    setPlace(Math.max(0, Math.min(trace.steps - 1, step + by)));
  };
  const { low, high } = heat.look.scale;
  return (
    <ViewCard
      title={words.titleInside}
      controls={
        <>
          <LayerChooser layers={trace.layers} look={look} onLook={onLook} />
          <ExampleChooser count={count} look={look} onLook={onLook} />
        </>
      }
    >
      <div className="inside" onKeyDown={(event) => event.key === 'Escape' && stop()}>
        <p className="view-quiet">{words.insideHint}</p>
        <TraceStrip
          trace={trace}
          heat={heat}
          columns={columns}
          numbers={numbers}
          cursor={step}
          onCursor={move}
          spoken={sentence}
          unfolding={playing}
        />
        <div className="inside-key">
          {Object.keys(trace.gates).length > 0 && (
            <Segmented
              label={words.partShown}
              choices={['state', ...Object.keys(trace.gates)].map((id) => ({
                id,
                label: id === 'state' ? words.state : nameOfGate(id, words),
              }))}
              value={part}
              onChange={setWanted}
            />
          )}
          {bidirectional && <small>{words.bothWays}</small>}
          <span className="view-ramp" data-one={heat.signed ? undefined : true}>
            {heat.signed ? formatTick(low) : words.shut}
            <i />
            {heat.signed ? `+${formatTick(high)}` : words.open}
          </span>
        </div>
        <p className="inside-fade">{fadeSentence(trace.fade, words)}</p>
        <div className="inside-walk">
          <button type="button" className="quiet" data-on={playing || undefined} onClick={playing ? stop : start}>
            <Icon name={playing ? 'pause' : 'play'} size={15} />
            {playing ? words.stopSlowMotion : words.slowMotion}
          </button>
          <button type="button" className="icon-button" aria-label={words.previousStep} onClick={() => go(-1)}>
            <Icon name="back" size={16} />
          </button>
          <button type="button" className="icon-button" aria-label={words.nextStep} onClick={() => go(1)}>
            <Icon name="forward" size={16} />
          </button>
          <output>{formatMessage(words.step, { step: step + 1, steps: trace.steps })}</output>
        </div>
        <Unrolled trace={trace} step={step} look={stateLook} numbers={numbers} pen={pen} walking={playing} />
        <p className="inside-sentence" aria-live={playing ? 'polite' : 'off'}>
          {sentence}
        </p>
      </div>
    </ViewCard>
  );
}
