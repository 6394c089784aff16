/**
 * Whether bytes above 127 come in pairs only, as in Chinese text by GB 2312; in western text most stand alone.
 */
function pairedHighBytes(bytes: Uint8Array): boolean {
  let run = 0;
  for (const byte of bytes) {
    if (byte > 0x7f) run += 1;
    else if (run % 2 === 1) return false;
    else run = 0;
  }
  return run % 2 === 0;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return pairedHighBytes(bytes) ? 'gb18030' : 'windows-1252';
}

/**
 * The text in a file: UTF-8, UTF-16 with a byte order mark, or else what spreadsheets save by default in China
 * (GB 18030) or in the west (Windows-1252). Without the mark, and with \n alone at line ends.
 */
export function decodeText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  }
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Whether a text cannot be meant as one: it holds a zero character, or more than one control character in 100. */
export function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10) || code === 0xfffd) controls += 1;
  }
  return controls * 100 > text.length;
}
