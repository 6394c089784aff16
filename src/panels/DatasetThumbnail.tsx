import { useEffect, useRef } from 'react';
import { Icon } from '../app/Icon';
import { prepareSurface } from '../canvas/surface';
import { useThemeColours } from '../canvas/themeColours';
import { useBox } from '../canvas/useBox';
import { pointSetIds } from '../data/sets';
import { drawThumbnail } from './thumbnail';

/** A glimpse of a data set; one that is no point set gets a sign. */
export function DatasetThumbnail({ dataset }: { readonly dataset: string }) {
  const id = pointSetIds.find((known) => known === dataset);
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useBox(canvas);
  const colours = useThemeColours();
  useEffect(() => {
    if (!canvas.current || !box || !id) return;
    const context = prepareSurface(canvas.current, box);
    if (context) drawThumbnail(context, box.width, id, colours);
  }, [box, colours, id]);
  if (id) return <canvas className="thumbnail" ref={canvas} aria-hidden="true" />;
  return (
    <span className="thumbnail sign" aria-hidden="true">
      {dataset === 'table' ? <Icon name="table" size={22} /> : '10·50·1'}
    </span>
  );
}
