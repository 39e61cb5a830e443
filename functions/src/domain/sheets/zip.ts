/** An entry of a packed file: where it begins, where its packed bytes lie, and the size it says it unpacks to. */
export type Entry = { method: number; unpacked: number; begin: number; from: number; to: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Sizes that stand for "see the 64-bit record", which no sheet of ours needs. */
const SEE_64 = 0xffffffff;
const MOST_ENTRIES = 1_000;
/** After an entry's bytes its sizes may stand once more. */
const DESCRIPTOR = 24;

/**
 * The entries of a zip by its central directory. Undefined when it is no plain zip: cut off, in 64 bits, with more
 * entries than a spreadsheet has, or with bytes that the directory does not tell of (a reader that streams would unpack
 * them all the same).
 */
export function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const begin = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || begin > end) return undefined;
  const entries: Entry[] = [];
  let at = begin;
  for (let index = 0; index < count; index += 1) {
    const entry = at + 46 <= end && view.getUint32(at, true) === CENTRAL ? readEntry(view, at, begin) : undefined;
    if (!entry) return undefined;
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return isWhole(entries, begin) ? entries : undefined;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function readEntry(view: DataView, at: number, begin: number): Entry | undefined {
  const packed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (packed === SEE_64 || unpacked === SEE_64 || local + 30 > begin || view.getUint32(local, true) !== LOCAL) return undefined;
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return from + packed > begin ? undefined : { method: view.getUint16(at + 10, true), unpacked, begin: local, from, to: from + packed };
}

/** Whether entries follow each other from the first byte to the directory, with nothing hidden between. */
function isWhole(entries: readonly Entry[], end: number): boolean {
  const inOrder = entries.toSorted((one, other) => one.begin - other.begin);
  const bounds = [...inOrder.map(({ begin }) => begin), end];
  return bounds.every((begin, index) => {
    const gap = begin - (inOrder[index - 1]?.to ?? 0);
    return gap >= 0 && gap <= (index === 0 ? 0 : DESCRIPTOR);
  });
}
