/** A browser as people have one: an old phone on a slow net, or a desk. */
import type { Browser, CDPSession, Page } from "playwright-core";

/** Slow 3G as WebPageTest has it: 400 kbit/s both ways, 400 ms to an answer. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;

/** A phone that has never been here: nothing cached, a slow net, a quarter of this machine's speed. */
export async function onOldPhone<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  try {
    const page = await context.newPage();
    const session: CDPSession = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW_3G);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    return await work(page);
  } finally {
    await context.close();
  }
}
