/** How many tiles lie side by side so that a number of them fills a box with tiles as square as can be. */
export function mosaicColumns(tiles: number, width: number, height: number): number {
  if (tiles <= 1) return 1;
  const ideal = Math.sqrt((tiles * width) / Math.max(1, height));
  const candidates = [Math.floor(ideal), Math.ceil(ideal)].map((n) => Math.max(1, Math.min(tiles, n)));
  const off = (columns: number) => {
    const rows = Math.ceil(tiles / columns);
    return Math.abs(Math.log((width / columns) * (rows / height))) + (rows * columns - tiles) / tiles;
  };
  return candidates.reduce((best, next) => (off(next) < off(best) ? next : best));
}
