import { shanghaiDate } from "@domain/notice/period.ts";
import { paths } from "@domain/paths.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { doc, getDoc } from "firebase/firestore";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Alert, LoadFailed, Page, Progress } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useLoaded } from "../../../shared/loaded.ts";
import type { Household } from "../../data/applications.ts";
import { fetchPicture } from "../../data/evidence.ts";
import { AnyApplication } from "../../data/applications.ts";
import { readDocument } from "../../data/convert.ts";
import { database } from "../../data/database.ts";
import { villageName } from "../../parts/villages.tsx";
import { HandbookJob } from "../../print/handbook/HandbookJob.tsx";
import type { Copy, HandbookData } from "../../print/handbook/types.ts";
import { useDesk } from "../../session/session.ts";
import { Chooser } from "./Chooser.tsx";
import { Nothing } from "./Nothing.tsx";
import type { Masks, Numbers } from "./numbers.ts";
import { maskedPaths } from "./numbers.ts";
import { NumbersTool } from "./NumbersTool.tsx";
import type { Papers } from "./papers.ts";
import { loadPapers } from "./papers.ts";
import { PrintFrame } from "./PrintFrame.tsx";
import { PRINT_WORDS } from "./words.ts";

/** So many households are read at once. */
const AT_ONCE = 8;

const COPIES = { both: ["household", "committee"], household: ["household"], committee: ["committee"] } as const satisfies Record<string, readonly Copy[]>;
type Choice = keyof typeof COPIES;
const isChoice = (text: string): text is Choice => text in COPIES;

type Book = Papers & { photo: string | undefined };
type Job = { books: Book[]; unnumbered: number; unread: number };

async function readOne(id: string, register: string): Promise<Book | "unnumbered" | "unread"> {
  try {
    const application: Household | undefined = readDocument(AnyApplication, await getDoc(doc(database(), paths.application(id))));
    if (!application) return "unread";
    if (!application.handbook || !application.household) return "unnumbered";
    const papers = await loadPapers(application, register);
    const { file } = papers.registration as { file?: { householderPhoto?: readonly string[] } };
    const photo = file?.householderPhoto?.[0];
    const picture = photo ? await fetchPicture(photo) : undefined;
    return { ...papers, photo: picture && URL.createObjectURL(picture) };
  } catch {
    return "unread";
  }
}

async function readAll(ids: readonly string[], { register, told }: { register: string; told: (done: number) => void }): Promise<Job> {
  const found: (Book | "unnumbered" | "unread")[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let at = next++; at < ids.length; at = next++) {
      found[at] = await readOne(ids[at] ?? "", register);
      told((done += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    books: found.flatMap((one) => (typeof one === "string" ? [] : [one])),
    unnumbered: found.filter((one) => one === "unnumbered").length,
    unread: found.filter((one) => one === "unread").length,
  };
}

/** The handbooks that the address names, in one print job with the sheet to sign for them. */
export function HandbookPrint() {
  const { campaign } = useDesk();
  const wanted = new URLSearchParams(location.search).get("ids") ?? "";
  const ids = useMemo(() => [...new Set(wanted.split(",").filter(Boolean))], [wanted]);
  const [done, setDone] = useState(0);
  const loaded = useLoaded(() => readAll(ids, { register: campaign.register, told: setDone }), [wanted, campaign.id]);
  if (ids.length === 0) return <Nothing />;
  if (loaded.state === "failed") return <LoadFailed retry={loaded.retry} />;
  if (loaded.state === "loading") return <Page title={say(PRINT_WORDS.handbooks)}><Progress value={done} max={ids.length} label={say(PRINT_WORDS.reading)} /></Page>;
  return <Job job={loaded.value} />;
}

function Job({ job: { books, unnumbered, unread } }: { job: Job }) {
  const { campaign } = useDesk();
  const [numbers, setNumbers] = useState<Numbers>();
  const [copies, setCopies] = useState<Choice>("both");
  useEffect(() => () => books.forEach(({ photo }) => photo && URL.revokeObjectURL(photo)), [books]);
  const masks = useMemo<Masks[]>(() => books.map(({ application, registration }) => ({ application: application.id, paths: maskedPaths(REGISTRATION, registration).filter(isInBook) })), [books]);
  const data = useMemo(() => books.flatMap((book) => dataOf(book, campaign, numbers)), [books, campaign, numbers]);
  if (books.length === 0 && unread === 0) return <Nothing why={PRINT_WORDS.noneLead} />;
  return (
    <PrintFrame
      title={say(PRINT_WORDS.handbooks)}
      tools={
        <>
          {unnumbered > 0 && <Alert tone="warning">{unnumbered} {say(PRINT_WORDS.unnumbered)}</Alert>}
          {unread > 0 && <Alert tone="error">{unread} {say(PRINT_WORDS.unread)}</Alert>}
          <Chooser id="copies" label={say(PRINT_WORDS.copies)} value={copies} options={Object.keys(COPIES).filter(isChoice).map((key) => [key, say(PRINT_WORDS[key])])} pick={(value) => isChoice(value) && setCopies(value)} />
          <NumbersTool masks={masks} numbers={numbers} set={setNumbers} />
        </>
      }
    >
      <HandbookJob books={data} copies={COPIES[copies]} />
    </PrintFrame>
  );
}

/** A handbook has no bank account, so it is not asked for. */
const isInBook = (path: string): boolean => path !== "head.bankAccount";

const REGISTER_DIGITS = 16;

type Campaign = ReturnType<typeof useDesk>["campaign"];

function dataOf({ application, year, registration, help, photo }: Book, campaign: Campaign, numbers: Numbers | undefined): HandbookData[] {
  const { handbook, household, village, id } = application;
  if (!handbook || !household) return [];
  const hidden = numbers?.[id];
  return [{
    id,
    place: { county: campaign.county.zh, town: campaign.town.zh, village: villageName(campaign, village) },
    no: household.slice(-REGISTER_DIGITS),
    version: handbook.version,
    address: `${location.origin}/h/${handbook.code}`,
    year: year ?? campaign.year,
    printedOn: shanghaiDate(handbook.at),
    registration,
    ...(hidden && { numbers: hidden }),
    help,
    photo,
  }];
}
