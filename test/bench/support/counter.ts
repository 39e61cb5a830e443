/**
 * Counts documents read and written on the wire: a proxy between a Firestore client and the emulator, which passes
 * every byte on as it is and looks into the gRPC messages on their way.
 */
import type { ClientHttp2Session, IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { connect, constants, createServer } from "node:http2";
import type { AddressInfo } from "node:net";

/** As they are billed. */
export type Counts = { reads: number; writes: number; deletes: number };

/** Fields of google.firestore.v1 that stand for one document each, by method and direction. */
const READS: Record<string, readonly number[]> = {
  BatchGetDocuments: [1, 2], // found, missing: a missing one is billed too
  RunQuery: [1], // document
  RunAggregationQuery: [1], // result: one read for up to a thousand entries of the index
  GetDocument: [1], // one message with the document's name
  Listen: [3], // document_change: one that a listener is sent
};
const WRITES: Record<string, readonly number[]> = {
  Commit: [2], // writes
  BatchWrite: [2], // writes
};
/** Of a write: the name of a document to be deleted. */
const DELETE = 2;

const HOP_BY_HOP = [constants.HTTP2_HEADER_CONNECTION, constants.HTTP2_HEADER_TRANSFER_ENCODING];

/** Calls `found` with each field number at the top level of a protobuf message, and with what it holds if that has a length. */
function eachField(message: Buffer, found: (field: number, value: Buffer) => void): void {
  let at = 0;
  const varint = (): number => {
    let [value, factor] = [0, 1];
    for (let byte = 0x80; byte & 0x80; factor *= 128) {
      byte = message[at++] ?? 0;
      value += (byte & 0x7f) * factor;
    }
    return value;
  };
  while (at < message.length) {
    const tag = varint();
    const wire = tag % 8;
    if (wire === 0) varint();
    const length = wire === 0 ? 0 : wire === 1 ? 8 : wire === 5 ? 4 : varint();
    found(Math.floor(tag / 8), message.subarray(at, at + length));
    at += length;
  }
}

function isDelete(write: Buffer): boolean {
  let found = false;
  eachField(write, (field) => (found ||= field === DELETE));
  return found;
}

/** Takes a stream of gRPC messages apart as its bytes come. */
function messagesOf(handle: (message: Buffer) => void): (chunk: Buffer) => void {
  let kept = Buffer.alloc(0);
  return (chunk) => {
    kept = Buffer.concat([kept, chunk]);
    while (kept.length >= 5 && kept.length >= 5 + kept.readUInt32BE(1)) {
      if (kept[0] !== 0) throw new Error("a compressed gRPC message cannot be counted");
      const end = 5 + kept.readUInt32BE(1);
      handle(kept.subarray(5, end));
      kept = kept.subarray(end);
    }
  };
}

export class Counter {
  /** Where clients are to call instead of the emulator. */
  readonly address: string;
  private readonly close: () => void;
  private readonly counts: Counts;

  private constructor(address: string, counts: Counts, close: () => void) {
    this.address = address;
    this.counts = counts;
    this.close = close;
  }

  /** @param target the emulator, as host:port. */
  static async before(target: string): Promise<Counter> {
    const counts = { reads: 0, writes: 0, deletes: 0 };
    const upstream = connect(`http://${target}`);
    const server = createServer();
    server.on("stream", (stream, headers) => forward(upstream, { stream, headers, counts }));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return new Counter(`127.0.0.1:${port}`, counts, () => (upstream.destroy(), server.close()));
  }

  /** What `work` read, wrote and deleted through the proxy. */
  async during(work: () => Promise<unknown>): Promise<Counts> {
    const before = { ...this.counts };
    await work();
    const { reads, writes, deletes } = this.counts;
    return { reads: reads - before.reads, writes: writes - before.writes, deletes: deletes - before.deletes };
  }

  end(): void {
    this.close();
  }
}

type Call = { stream: ServerHttp2Stream; headers: IncomingHttpHeaders; counts: Counts };

function forward(upstream: ClientHttp2Session, { stream, headers, counts }: Call): void {
  const method = String(headers[":path"]).split("/").at(-1) ?? "";
  const onward = upstream.request(without(headers), { endStream: false });
  const countWrites = messagesOf((message) => eachField(message, (field, value) => {
    if (WRITES[method]?.includes(field)) counts[isDelete(value) ? "deletes" : "writes"] += 1;
  }));
  let isEmpty = method === "RunQuery";
  const countReads = messagesOf((message) => eachField(message, (field) => {
    if (!READS[method]?.includes(field)) return;
    counts.reads += 1;
    isEmpty = false;
  }));
  /* A query that finds nothing is billed as one read. */
  onward.on("end", () => (counts.reads += isEmpty ? 1 : 0));
  stream.on("data", countWrites).pipe(onward);
  stream.on("aborted", () => onward.close(constants.NGHTTP2_CANCEL));
  onward.on("data", countReads);
  let trailers: IncomingHttpHeaders = {};
  onward.on("trailers", (found) => (trailers = found));
  onward.on("response", (response, flags) => {
    if (stream.closed) return;
    if (flags & constants.NGHTTP2_FLAG_END_STREAM)
      return stream.respond(without(response), { endStream: true });
    stream.respond(without(response), { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers(without(trailers)));
    onward.pipe(stream);
  });
  for (const end of [stream, onward]) end.on("error", () => (stream.close(), onward.close()));
}

function without(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}
