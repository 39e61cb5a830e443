import type { AddressInfo, Server, Socket } from "node:net";
import { connect, createServer } from "node:net";

/** A line to another address that a test can cut: connections are then refused and those that stand break off. */
export class Line {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private whole = true;

  private constructor(address: string) {
    const [host = "", port] = address.split(":");
    this.server = createServer((near) => {
      if (!this.whole) return near.destroy();
      const far = connect({ host, port: Number(port) });
      for (const [one, other] of [[near, far], [far, near]] as const) {
        this.sockets.add(one);
        one.on("error", () => other.destroy());
        one.on("close", () => this.sockets.delete(one) && other.destroy());
        one.pipe(other);
      }
      return undefined;
    });
  }

  static async to(address: string): Promise<Line> {
    const line = new Line(address);
    await new Promise<void>((resolve) => line.server.listen(0, "127.0.0.1", resolve));
    return line;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
