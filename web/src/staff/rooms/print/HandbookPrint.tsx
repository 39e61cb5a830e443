import { shanghaiDate } from "@domain/notice/period.ts";
import { paths } from "@domain/paths.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { doc, getDoc } from "firebase/firestore";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Alert, LoadFailed, Page, Progress } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useLoaded } from "../../../shared/loaded.ts";
import type { Household } from "../../data/applications.ts";
import { fetchPicture } from "../../data/evidence.ts";
import { AnyApplication } from "../../data/applications.ts";
import { readDocument } from "../../data/convert.ts";
import { database } from "../../data/database.ts";
import { villageName } from "../../parts/villages.tsx";
import type { HandbookData } from "../../print/handbook/types.ts";
import { useDesk } from "../../session/session.ts";
import { Nothing } from "./Nothing.tsx";
import type { Masks, Numbers } from "./numbers.ts";
import { maskedPaths } from "./numbers.ts";
import { NumbersTool } from "./NumbersTool.tsx";
import type { Papers } from "./papers.ts";
import { loadPapers } from "./papers.ts";
import { PartedJob } from "./PartedJob.tsx";
import type { Listed } from "./parts.ts";
import { PRINT_WORDS } from "./words.ts";

/** So many households are read at once. */
const AT_ONCE = 8;

/** Does something for each of the items, several at a time, and gives the answers in their order. */
async function forEach<T, R>(items: readonly T[], one: (item: T) => Promise<R>, told: (done: number) => void): Promise<R[]> {
  const found: R[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let at = next++; at < items.length; at = next++) {
      found[at] = await one(items[at] as T);
      told((done += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

async function readApplication(id: string): Promise<Household | undefined> {
  try {
    return readDocument(AnyApplication, await getDoc(doc(database(), paths.application(id))));
  } catch {
    return undefined;
  }
}

type Book = Papers & { photo: string | undefined };

async function readBook(application: Household | undefined, { register, pictures }: { register: string; pictures: string[] }): Promise<Book | undefined> {
  try {
    if (!application) return undefined;
    const papers = await loadPapers(application, register);
    const { file } = papers.registration as { file?: { householderPhoto?: readonly string[] } };
    const photo = file?.householderPhoto?.[0];
    const picture = photo ? await fetchPicture(paths.evidence(photo)) : undefined;
    const address = picture && URL.createObjectURL(picture);
    if (address) pictures.push(address);
    return { ...papers, photo: address };
  } catch {
    return undefined;
  }
}

/** The handbooks that the address names, with the sheets to sign for them. */
export function HandbookPrint() {
  const wanted = new URLSearchParams(location.search).get("ids") ?? "";
  const ids = useMemo(() => [...new Set(wanted.split(",").filter(Boolean))], [wanted]);
  const [done, setDone] = useState(0);
  const loaded = useLoaded(() => forEach(ids, readApplication, setDone), [wanted]);
  if (ids.length === 0) return <Nothing />;
  if (loaded.state === "failed") return <LoadFailed retry={loaded.retry} />;
  if (loaded.state === "loading") return <Page title={say(PRINT_WORDS.handbooks)}><Progress value={done} max={ids.length} label={say(PRINT_WORDS.listing)} /></Page>;
  return <Job found={loaded.value} />;
}

const listedOf = ({ id, handbook, household }: Household): Listed[] =>
  handbook && household ? [{ id, no: household.slice(-REGISTER_DIGITS), version: handbook.version }] : [];

function Job({ found }: { found: readonly (Household | undefined)[] }) {
  const { campaign } = useDesk();
  const [numbers, setNumbers] = useState<Numbers>();
  const [reason, setReason] = useState("");
  const applications = useMemo(() => found.flatMap((one) => one ?? []), [found]);
  const books = useMemo(() => applications.flatMap(listedOf), [applications]);
  const unread = found.length - applications.length;
  const unnumbered = applications.length - books.length;
  const pictures = useRef<string[]>([]);
  const forget = () => pictures.current.splice(0).forEach((address) => URL.revokeObjectURL(address));
  useEffect(() => () => forget(), []);
  const papers = useMemo(() => ({
    load: (ids: readonly string[], told: (done: number) => void) =>
      forEach(ids, (id) => readBook(applications.find((one) => one.id === id), { register: campaign.register, pictures: pictures.current }), told),
    data: (read: readonly (Book | undefined)[]) => read.flatMap((book) => (book ? dataOf(book, campaign, numbers) : [])),
    tools: (read: readonly (Book | undefined)[]) => (
      <>
        {unnumbered > 0 && <Alert tone="warning">{unnumbered} {say(PRINT_WORDS.unnumbered)}</Alert>}
        <Unread many={unread + read.filter((one) => one === undefined).length} />
        <NumbersTool masks={read.flatMap((book) => (book ? masksOf(book) : []))} numbers={numbers} reason={reason} set={(next, why = reason) => (setNumbers(next), setReason(why))} />
      </>
    ),
  }), [applications, unread, unnumbered, campaign, numbers, reason]);
  if (books.length === 0 && unread === 0) return <Nothing why={PRINT_WORDS.noneLead} />;
  if (books.length === 0) return <Page title={say(PRINT_WORDS.handbooks)}><Unread many={unread} /></Page>;
  /* Neither the numbers nor the pictures of one part stay while the next one is read. */
  const onOpen = () => (setNumbers(undefined), forget());
  return <PartedJob keptAs={`print.${books[0]?.id}.${books.length}`} books={books} papers={papers} onOpen={onOpen} />;
}

const Unread = ({ many }: { many: number }) => (many > 0 ? <Alert tone="error">{many} {say(PRINT_WORDS.unread)}</Alert> : null);

const masksOf = ({ application, registration }: Book): Masks => ({ application: application.id, paths: maskedPaths(REGISTRATION, registration).filter(isInBook) });

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
