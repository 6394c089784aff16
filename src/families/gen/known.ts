import { buildImitated, type Imitated } from '../../data/imitated/build';
import type { ImitatedInfo } from '../../data/imitated/info';
import { isTableSet } from '../../data/imitated/sets';
import { Problem } from '../../problem';
import type { GenConfig } from '..';
import type { Sources } from '../work';

/** Machines may compute sines and logarithms a little differently. */
const tolerance = 1e-6;

function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => alike((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

/**
 * What is known of data that was made anew, where weights that were trained on it came along: what came with them, to
 * the last bit.
 * @throws {Problem} `weightsData` where they were trained on something else.
 */
function settleInfo(made: ImitatedInfo, known: ImitatedInfo | undefined): ImitatedInfo {
  if (!known) return made;
  if (!alike(made, known)) throw new Problem('weightsData', { found: known.name, made: made.name });
  return known;
}

/** Whether networks that were trained on what one person brought can go on with what another did. */
function agree(a: ImitatedInfo, b: ImitatedInfo): boolean {
  if (a.imitates === 'pictures' && b.imitates === 'pictures')
    return alike([a.size, a.ink, a.classes], [b.size, b.ink, b.classes]);
  return alike({ ...a, name: '', rows: 0 }, { ...b, name: '', rows: 0 });
}

/**
 * What to imitate, or null where weights came without what a person brought and they were trained on.
 * @param known of what weights were trained on that came along
 * @throws {Problem} `weightsData`; `picturesAbsent` or `noTable` where there are no weights either.
 */
export function imitatedFor(
  { data, seed, model }: GenConfig,
  { pictures, table }: Sources,
  known: ImitatedInfo | undefined,
): Imitated | null {
  const ofPictures = data.dataset === 'pictures';
  const own = ofPictures || isTableSet(data.dataset);
  if (own && known && !(ofPictures ? pictures : table)) return null;
  const built = buildImitated(data, seed, model.output, { pictures, table });
  if (!own) return { ...built, info: settleInfo(built.info, known) };
  if (!known) return built;
  if (!agree(built.info, known)) return null;
  return ofPictures ? built : { ...built, info: known };
}
