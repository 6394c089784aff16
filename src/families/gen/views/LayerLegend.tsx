import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/useMessages';
import { LegendSwitch } from '../../../views/LegendSwitch';
import { MarkSample } from '../../../views/MarkSample';
import type { LayerName } from './layers';

interface Props {
  readonly layers: readonly LayerName[];
  readonly hidden: ReadonlySet<LayerName>;
  onFlip(layer: LayerName): void;
  /** On a line, real points are a curve and made ones are bars. */
  readonly line?: boolean;
}

/** What the marks and colours mean; every entry switches its part of the picture. */
export function LayerLegend({ layers, hidden, onFlip, line = false }: Props) {
  const { genView: words } = useMessages();
  const signs: Readonly<Record<LayerName, ReactNode>> = {
    real: line ? <i className="gen-key-curve" /> : <MarkSample shape="circle" colour="var(--cool)" />,
    generated: line ? <i className="gen-key-bars" /> : <MarkSample shape="diamond" colour="var(--warm)" />,
    map: line ? (
      <i className="gen-key-verdict" />
    ) : (
      <span className="gen-key-ramp">
        {words.madeUp}
        <i />
        {words.real}
      </span>
    ),
    manifold: (
      <svg className="gen-key" width="16" height="14" viewBox="0 0 16 14" aria-hidden="true">
        <path d="M1 3c5 2 9 2 14-1M1 7.500c5 2 9 1 14-1M1 12c5 1 9 0 14-1M3 1c-1 4 0 8 1 12M8 1c0 4 1 8 1 12M13 1c1 4 0 8-1 12" />
      </svg>
    ),
    arrows: (
      <svg className="gen-key" width="16" height="14" viewBox="0 0 16 14" aria-hidden="true">
        <path d="M2 11 13 4M8.500 3.500 13 4 11.500 8.500" />
      </svg>
    ),
  };
  return (
    <div className="view-legend gen-legend" role="group" aria-label={words.layers}>
      {layers.map((layer) => (
        <LegendSwitch key={layer} shown={!hidden.has(layer)} help={words.layerHelp[layer]} onFlip={() => onFlip(layer)}>
          {layer !== 'map' && signs[layer]}
          {words.layer[layer]}
          {layer === 'map' && signs[layer]}
        </LegendSwitch>
      ))}
    </div>
  );
}
