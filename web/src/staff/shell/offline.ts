import type { Bilingual } from "@domain/text.ts";
import type { Room } from "./rooms.ts";

/** Why a room cannot be worked in without a connection, by the first part of its address. */
const NEEDS_CONNECTION = {
  confirm:    { zh: "确认评议记录要对照会议记录和签到表的照片，照片在网上。", en: "Confirming a meeting means comparing it with photos that are not on this device." },
  verify:     { zh: "核实要按这一户当时的情况决定，情况可能已经变了。", en: "A verification decides upon how a household stands now, which may have changed." },
  publish:    { zh: "发布公示要按当时的规模和名单办，公示期从收到那一刻算起。", en: "A notice is published upon the size and list of this moment, and its period counts from there." },
  notices:    { zh: "延长公示期要当时生效。", en: "A notice is extended there and then." },
  review:     { zh: "审核要按这一户当时的情况决定，情况可能已经变了。", en: "A review decides upon how a household stands now, which may have changed." },
  objections: { zh: "异议和提出人的信息不存在本机。", en: "Objections are not kept on this device." },
  complaints: { zh: "举报不存在本机。", en: "Complaints are not kept on this device." },
  pairing:    { zh: "结对要看每个人现在已经帮扶几户。", en: "Pairing looks at how many households each helper has now." },
  print:      { zh: "打印要用完整的登记表和证件号码，这些不存在本机。", en: "Prints need whole forms and numbers, which are not kept on this device." },
  entry:      { zh: "导出批次、核对回执由服务器办理。", en: "Batches and receipts are made by the server." },
  trial:      { zh: "检查由服务器运行。", en: "The checks run on the server." },
  imports:    { zh: "导入由服务器检查和写入。", en: "Imports are checked and written by the server." },
  lists:      { zh: "名单由服务器比对，不存在本机。", en: "Lists are compared by the server and never kept on this device." },
  kin:        { zh: "亲属的号码当场换成密文，不存在本机。", en: "Relatives' numbers are hashed there and then, and never kept on this device." },
  changes:    { zh: "变更要按名册当时的情况决定。", en: "Changes decide upon how the register stands now." },
  accounts:   { zh: "账号和职责由服务器管理。", en: "Accounts and roles are kept by the server." },
  campaign:   { zh: "设置改了当时就生效。", en: "Settings take effect there and then." },
  quota:      { zh: "规模分解当时就生效。", en: "The split takes effect there and then." },
  marks:      { zh: "贫困村分解当时就生效。", en: "The marking takes effect there and then." },
} as const satisfies Record<string, Bilingual>;

/** Rooms that work without a connection, once the village is along. */
const WORKS: readonly string[] = ["", "households", "household", "apply", "exits", "survey", "meeting", "help", "unsent", "aboard"];

const ONLY_READ = { zh: "这里只看得到本机上次读到的内容，要有网络才能办理。", en: "Only what this device read last is shown here; working in it needs a connection." } as const satisfies Bilingual;

/** Why nothing can be done in a room without a connection; undefined where one can go on. */
export function whyNotOffline({ path }: Room): Bilingual | undefined {
  const first = path.split("/")[0] ?? "";
  if (WORKS.includes(first)) return undefined;
  return (NEEDS_CONNECTION as Record<string, Bilingual>)[first] ?? ONLY_READ;
}

/** What cannot be done without a connection, in one list for whoever sets out. */
export const NOT_OFFLINE: readonly Bilingual[] = [
  { zh: "新登录、换账号", en: "Signing in, changing the account" },
  { zh: "核实、确认评议记录、发布公示、审核、答复异议", en: "Verifying, confirming meetings, publishing, reviewing, answering objections" },
  { zh: "结对、分户并户等变更、导入、比对名单、录入批次、试运行", en: "Pairing, changes of households, imports, lists, batches, trial runs" },
  { zh: "打印、查看完整的身份证号、看已经发出去的照片", en: "Prints, whole identity numbers, photos that were sent" },
  { zh: "当天离线调查的户当天就评议：要先发送、登记办成", en: "Appraising a household that was surveyed offline: the survey has to arrive and be recorded first" },
];
