import type { FieldProblem } from "@domain/problems.ts";
import type { Bilingual } from "@domain/text.ts";
import { useState } from "preact/hooks";
import { Alert, Button, ButtonLink } from "../../shared/components.tsx";
import type { Listed } from "../../shared/field.tsx";
import { ErrorSummary, Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { WORDS } from "../../shared/words.ts";
import type { Told } from "../api.ts";
import { ask } from "../api.ts";
import type { Draft } from "./draft.ts";
import { checkDraft, dropDraft, keepDraft, openDraft } from "./draft.ts";
import { MOST_PHOTOS, readPhotos } from "./photos.ts";

type FilingProps<R> = {
  /** Where what is typed is kept, and what it is about. */
  draftKey: string;
  address: string;
  /** What goes with the typed fields, such as the notice and its line. */
  beside: Record<string, unknown>;
  /** Whether it is asked whom it is about. */
  withAbout?: boolean;
  words: Record<"text" | "textHelp" | "send", Bilingual>;
  back: string;
  onFiled: (filed: R) => void;
};

/** What is typed, kept at every key; what is wrong with it; and sending it. */
function useFiling<R>({ draftKey, address, beside, withAbout = false, onFiled }: FilingProps<R>) {
  const [draft, setDraft] = useState<Draft>(() => openDraft(draftKey));
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [summary, setSummary] = useState<readonly Listed[]>([]);
  const [refused, setRefused] = useState<Told | undefined>();
  const [busy, setBusy] = useState(false);
  const write = (change: Partial<Draft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    keepDraft(draftKey, next);
    setProblems((known) => known.filter(({ path }) => !(path in change)));
  };
  const tell = (found: readonly FieldProblem[]) => {
    setProblems(found);
    setSummary(found.map((problem) => ({ id: problem.path, text: say(problem) })));
  };
  const send = async (event: Event) => {
    event.preventDefault();
    const found = checkDraft(draft, { withAbout });
    tell(found);
    setRefused(undefined);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const { about, ...typed } = draft;
    const answer = await ask<R>(address, { ...typed, ...(withAbout && { about }), photos, ...beside });
    setBusy(false);
    if (!answer.ok) {
      setRefused(answer.problem);
      return tell(answer.problem.fields ?? []);
    }
    dropDraft(draftKey);
    onFiled(answer.result);
  };
  return { draft, write, send, photos, setPhotos, problems, summary, refused, busy };
}

/** The form of an objection or a complaint: no sign-in, and no name unless one wants to give it. */
export function FilingForm<R>(props: FilingProps<R>) {
  const { draft, write, send, photos, setPhotos, problems, summary, refused, busy } = useFiling(props);
  const { words, back, withAbout } = props;
  const error = (path: keyof Draft) => {
    const problem = problems.find((one) => one.path === path);
    return problem && say(problem);
  };
  const line = (key: "about" | "name" | "phone", more: object, required = false) => (
    <Field id={key} required={required} {...FIELDS[key]()} error={error(key)}>
      {(aria) => <input {...aria} {...more} class="input" value={draft[key]} onInput={(event) => write({ [key]: event.currentTarget.value })} />}
    </Field>
  );
  return (
    <form class="card" onSubmit={send} noValidate>
      <ErrorSummary problems={summary} />
      {withAbout && line("about", { autocomplete: "off" }, true)}
      <Field id="text" required label={say(words.text)} help={say(words.textHelp)} error={error("text")}>
        {(aria) => <textarea {...aria} rows={6} value={draft.text} onInput={(event) => write({ text: event.currentTarget.value })} />}
      </Field>
      <PhotosField photos={photos} onChange={setPhotos} />
      {line("name", { autocomplete: "name" })}
      {line("phone", { inputMode: "tel", autocomplete: "tel" })}
      {refused && <Alert tone="error" title={say({ zh: "没有提交成功", en: "Not filed" })}>{say(refused)}</Alert>}
      <div class="buttons">
        <Button type="submit" kind="primary" busy={busy}>{say(busy ? WORDS.sending : words.send)}</Button>
        <ButtonLink href={back}>{say(WORDS.back)}</ButtonLink>
      </div>
    </form>
  );
}

function PhotosField({ photos, onChange }: { photos: readonly string[]; onChange: (photos: string[]) => void }) {
  const [state, setState] = useState<"" | "busy" | "unread">("");
  const add = async (files: File[]) => {
    setState("busy");
    const { photos: added, unread } = await readPhotos(files.slice(0, MOST_PHOTOS - photos.length));
    setState(unread ? "unread" : "");
    onChange([...photos, ...added]);
  };
  const error = state === "unread" ? say({ zh: "有文件不是能读取的照片，没有加入。", en: "A file is no picture that can be read; it was left out." }) : undefined;
  return (
    <Field id="photos" {...FIELDS.photos()} error={error}>
      {(aria) => (
        <>
          {photos.length < MOST_PHOTOS && (
            <label class="button fileInput">
              <input {...aria} type="file" accept="image/*" multiple disabled={state === "busy"} onChange={(event) => {
                const input = event.currentTarget;
                void add([...(input.files ?? [])]).then(() => { input.value = ""; });
              }} />
              {say(state === "busy" ? { zh: "正在缩小……", en: "Making them small…" } : { zh: "选择照片或拍照", en: "Choose or take photos" })}
            </label>
          )}
          {photos.length > 0 && (
            <p>
              {say({ zh: `已加入 ${photos.length} 张照片。`, en: `${photos.length} photo(s) added.` })}{" "}
              <Button kind="quiet" onClick={() => onChange([])}>{say({ zh: "全部删去", en: "Remove all" })}</Button>
            </p>
          )}
        </>
      )}
    </Field>
  );
}

/** Label and help of each field, in the language of the moment. */
const FIELDS = {
  about: () => ({
    label: say({ zh: "举报的是谁", en: "Whom it is about" }),
    help: say({ zh: "写职务或姓名都可以，如“村文书”。", en: "An office or a name, such as “the village clerk”." }),
  }),
  name: () => ({ label: say({ zh: "您的姓名", en: "Your name" }) }),
  phone: () => ({
    label: say({ zh: "您的电话", en: "Your phone" }),
    help: say({
      zh: "姓名和电话都可以不留；留下的也保密，村里看不到。",
      en: "Leave both empty if you like; what you give is kept secret from the village.",
    }),
  }),
  photos: () => ({
    label: say({ zh: "照片", en: "Photos" }),
    help: say({
      zh: `最多 ${MOST_PHOTOS} 张，在手机上先缩小再提交，拍摄地点不会一起提交。`,
      en: `At most ${MOST_PHOTOS}; made small on the phone, and sent without the place where they were taken.`,
    }),
  }),
};
