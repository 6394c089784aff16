import { startBackend } from '../../src/engine/backends';
import type { BackendId } from '../../src/training/names';

/** Makes a backend the current one, or skips the test and says why. */
export async function use(id: BackendId, skip: (note: string) => never): Promise<void> {
  const { available, reason } = await startBackend(id);
  if (!available) skip(`${id} is not available here: ${reason}`);
}
