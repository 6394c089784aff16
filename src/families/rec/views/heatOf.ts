import { type Columns, reachOf } from '../../../canvas/heat';
import type { Scale } from '../../../canvas/paintField';
import { divergingTable, fadeTable } from '../../../canvas/ramp';
import type { ThemeColours } from '../../../canvas/themeColours';
import type { Trace } from '../view';

/** A matrix, and the colours it is shown in. */
export interface Heat {
  readonly title: string;
  readonly columns: Columns;
  readonly look: { readonly table: Uint32Array; readonly scale: Scale };
  /** Whether its values lie on both sides of zero. */
  readonly signed: boolean;
}

/** The units' state, warm below and cool above zero; or one of the gates, from shut (pale) to open. */
export function heatOf(trace: Trace, part: string, title: string, colours: ThemeColours): Heat {
  const rows = trace.units;
  const gate = trace.gates[part];
  if (gate) {
    const table = fadeTable(colours.card, colours.cool, 1);
    // Of a network that reads from both ends, the gates of the forward half.
    const units = trace.steps > 0 ? gate.length / trace.steps : 0;
    return {
      title,
      columns: { values: gate, rows: units },
      look: { table, scale: { low: 0, high: 1 } },
      signed: false,
    };
  }
  const reach = reachOf(trace.hidden);
  const table = divergingTable(colours.warm, colours.card, colours.cool, 1);
  return {
    title,
    columns: { values: trace.hidden, rows },
    look: { table, scale: { low: -reach, high: reach } },
    signed: true,
  };
}

/** Standardized numbers: most lie within two deviations. */
const deviations = 2.5;

export function numberLook(colours: ThemeColours): Heat['look'] {
  return {
    table: divergingTable(colours.warm, colours.card, colours.cool, 1),
    scale: { low: -deviations, high: deviations },
  };
}
