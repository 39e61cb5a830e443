import { crc32, deflateRawSync } from "node:zlib";

/** One file to pack. `says` is the unpacked size that the zip tells, true or not; `hidden` keeps it out of the directory. */
export type Packed = { name: string; data: Buffer; says?: number; hidden?: boolean };

/** A zip built by hand, honest or not. */
export function zipOf(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const body = deflateRawSync(file.data);
    const local = headerOf(0x04034b50, file, body.length);
    if (!file.hidden) directory.push(centralOf(file, body.length, at));
    parts.push(local, Buffer.from(file.name), body);
    at += local.length + file.name.length + body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}

function headerOf(mark: number, { name, data, says = data.length }: Packed, packed: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(mark, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc32(data), 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(says, 22);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function centralOf({ name, data, says = data.length }: Packed, packed: number, at: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(8, 10);
  header.writeUInt32LE(crc32(data), 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(says, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, Buffer.from(name)]);
}
