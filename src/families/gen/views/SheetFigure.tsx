import type { ReactNode } from 'react';
import { PictureSheet } from '../../../views/PictureSheet';

interface Props {
  readonly title: string;
  readonly help: string;
  readonly pixels: Uint8Array;
  /** Pixels a side of a picture. */
  readonly size: number;
  readonly columns: number;
  /** Names above the columns, in turn; empty where they have none. */
  readonly names: readonly string[];
  /** What lies over the pictures. */
  readonly children?: ReactNode;
}

/** CSS pixels that a picture of it takes at most. */
const mostCell = 60;

/** A sheet of pictures with its title, and above each column the class of its pictures. */
export function SheetFigure({ title, help, pixels, size, columns, names, children }: Props) {
  return (
    <figure className="gen-pictures">
      <figcaption>
        <h3>{title}</h3>
        <p className="view-quiet">{help}</p>
      </figcaption>
      <div className="gen-sheet" style={{ maxWidth: columns * mostCell }}>
        {names.length > 0 && (
          <div className="gen-classes" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }} aria-hidden="true">
            {Array.from({ length: columns }, (_, column) => names[column % names.length]).map((name, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <span key={column} title={name}>
                {name}
              </span>
            ))}
          </div>
        )}
        <div className="gen-buttons-over">
          <PictureSheet pixels={pixels} size={size} columns={columns} label={title} />
          {children}
        </div>
      </div>
    </figure>
  );
}
