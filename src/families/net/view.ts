/** What Net's worker side sends to be drawn, and its View draws. Plain data: it crosses the glass. */
export type NetFrame =
  | {
      /** Two coordinates: the network's answer on a grid. */
      readonly kind: 'map';
      /** Cells along each side; row 0 is the top (largest y), column 0 the left (smallest x). */
      readonly size: number;
      readonly extent: number;
      /** Values per cell: 1 (probability of the second class, or the number) or one probability per class. */
      readonly outputs: number;
      /** size × size × outputs. */
      readonly values: Float32Array;
    }
  | {
      /** One coordinate: the fitted curve. */
      readonly kind: 'curve';
      readonly x: Float32Array;
      readonly y: Float32Array;
    }
  | {
      /** A table with classes: `counts[true × classes + predicted]` on each split. */
      readonly kind: 'confusion';
      readonly train: Uint32Array;
      readonly test: Uint32Array;
    }
  | {
      /**
       * A table with numbers: predicted against true in the target's own units, rows × outputs, of at most 500
       * rows a split.
       */
      readonly kind: 'fit';
      readonly train: { readonly actual: Float32Array; readonly predicted: Float32Array };
      readonly test: { readonly actual: Float32Array; readonly predicted: Float32Array };
    };
