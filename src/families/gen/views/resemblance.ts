/** Below these shares of the usual distance, a picture is as good as a training picture, or rather like one. */
const [copyShare, closeShare] = [0.35, 0.7];

export type Resemblance = 'unknown' | 'unmeasured' | 'copy' | 'close' | 'own';

/**
 * Whether a made picture is a copy, by its distance to the nearest training picture.
 * @param usual distance of real pictures that were held out from theirs; null where none were
 */
export function resemblance(distance: number | undefined, usual: number | null): Resemblance {
  if (distance === undefined) return 'unknown';
  if (usual === null) return 'unmeasured';
  if (distance < copyShare * usual) return 'copy';
  return distance < closeShare * usual ? 'close' : 'own';
}
