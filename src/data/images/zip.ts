import { type UnzipFileInfo, unzipSync } from 'fflate';
import { Problem } from '../../problem';
import { checkAmount, isPicture, type PictureFile } from './pictures';

function unzip(bytes: Uint8Array, name: string, filter: (file: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw new Problem('zipBroken', { name, reason: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * The files of a zip archive, as of a folder; what is no picture is listed and not unpacked. Nothing is unpacked before
 * the sizes that the archive tells are known to fit, and none is unpacked further than that.
 * @throws {Problem} `zipBroken`, `picturesTooMany`, `picturesTooLarge`.
 */
export async function readZip(file: Blob, name: string): Promise<PictureFile[]> {
  checkAmount(0, file.size, name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const listed: UnzipFileInfo[] = [];
  unzip(bytes, name, (entry) => {
    if (!entry.name.endsWith('/')) listed.push(entry);
    return false;
  });
  const pictures = listed.filter((entry) => isPicture(entry.name));
  const size = pictures.reduce((sum, { originalSize }) => sum + originalSize, 0);
  checkAmount(pictures.length, size, name);
  const unpacked = unzip(bytes, name, (entry) => isPicture(entry.name));
  return listed.map((entry) => {
    const content = unpacked[entry.name];
    return { path: entry.name, file: new Blob(content ? [content] : []) };
  });
}
